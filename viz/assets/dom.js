// Elements of the page. Text goes in as text, never as markup.

import { words } from "./data.js";
import { dateText, filled, number, spanText } from "./text.js";

/**
 * An element with attributes and children; `onclick` and the like are listeners, null and false children are left out.
 * @returns {any}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...present(children));
  return made;
}

export function present(children) {
  return children.flat().filter((child) => child !== null && child !== undefined && child !== false);
}

/** The namespace of drawings, from one in the page. */
const SVG = document.querySelector("svg").namespaceURI;

/** @returns {any} */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

export function button(text, onclick, attributes = {}) {
  return element("button", { type: "button", onclick, ...attributes }, text);
}

export function muted(...children) {
  return element("span", { class: "muted" }, ...children);
}

export function time(iso) {
  return element("time", { datetime: iso, title: iso }, dateText(iso));
}

/** When a fact was, as "8–10 Sep 2021", with ISO dates on hover; null where no date is known. */
export function when(fact) {
  if (!fact.date) return null;
  const iso = fact.end && fact.end !== fact.date ? `${fact.date}/${fact.end}` : fact.date;
  return element("time", { datetime: fact.date, title: iso }, spanText(fact));
}

export const OUTLINES = {
  square: "M-6-6h12v12h-12z",
  diamond: "M0-7.5L7.5 0 0 7.5-7.5 0z",
  triangle: "M0-7L7 6H-7z",
  triangleDown: "M0 7L7-6H-7z",
  hexagon: "M7 0L3.5 6.1h-7L-7 0l3.5-6.1h7z",
  line: "M-7-1.2h14v2.4h-14z",
  dot: "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z",
};

/** The symbol of a kind, as on the map. */
export function symbol({ shape, color }) {
  return svg("svg", { viewBox: "-8 -8 16 16", width: 12, height: 12, "aria-hidden": "true", class: "symbol" },
    svg("path", { d: OUTLINES[shape] ?? OUTLINES.dot, fill: color }));
}

/** A button that unfolds a part of the page, and folds it away. */
export function disclosure(title, box) {
  const opener = button(title, () => {
    box.hidden = !box.hidden;
    opener.setAttribute("aria-expanded", String(!box.hidden));
  }, { "aria-expanded": "false", "aria-controls": box.id });
  return opener;
}

/** A list of the first items, with a button for the next ones, so that nothing grows without end. */
export function inPortions(items, build, { name = "ul", kind = "rows", portion = 30 } = {}) {
  if (!items.length) return [];
  const list = element(name, { class: kind }, ...items.slice(0, portion).map(build));
  if (items.length <= portion) return [list];
  let shown = portion;
  const more = button("", () => {
    list.append(...items.slice(shown, (shown += portion)).map(build));
    tell();
  }, { class: "more" });
  const tell = () => {
    more.hidden = shown >= items.length;
    more.textContent = filled(words.page.more, { count: number(Math.min(portion, items.length - shown)) });
  };
  tell();
  return [list, more];
}
