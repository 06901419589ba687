// Search: a box that suggests countries, people, ministries, meetings, series and pairs, by any spelling.

import { isPlace, lookOf, nodes, places, words } from "./data.js";
import { element, muted, symbol } from "./dom.js";
import { allFacts, shownFacts } from "./facts.js";
import { dyadName } from "./rows.js";
import { choose, chooseDyad } from "./state.js";
import { bareWords, filled, kindName, label, spanText } from "./text.js";

const MOST = 10;
const ORDER = ["country", "organization", "official", "ministry", "series", "meeting"];

const busy = new Map();
for (const fact of allFacts()) for (const id of [...fact.parties, ...fact.people]) busy.set(id, (busy.get(id) ?? 0) + 1);

/** Every name of a node as its words and as one run of letters; made at the first search. */
let index = null;

function namesOf(node) {
  return [node.label, node.code, node.name, ...(node.spellings ?? [])].filter(Boolean);
}

function indexed() {
  index ??= nodes.map((node) => ({ node, names: namesOf(node).map((name) => told(name.slice(0, 300))) }));
  return index;
}

function told(name) {
  const parts = bareWords(name);
  return { parts, run: parts.join("") };
}

/** What is called so: nodes, the best first, and before them a pair whose two names are asked for. */
export function find(text) {
  const asked = bareWords(text.slice(0, 200));
  if (!asked.length) return [];
  const pair = pairOf(asked);
  const exact = ranked(indexed(), asked);
  const found = (exact.length ? exact : ranked(indexed(), asked, true)).slice(0, MOST);
  const pairs = pair ? [pair] : found.length && isPlace(nodes[found[0]]) ? pairsWith(found[0]) : [];
  const suggested = found.map((id) => ({ id }));
  suggested.splice(pair ? 0 : 1, 0, ...pairs.map((ends) => ({ pair: ends })));
  return suggested;
}

/** The busiest pairs with a country or organization. */
function pairsWith(id) {
  return shownFacts().dyads.filter(({ ends }) => ends.includes(id)).slice(0, 3).map(({ ends }) => ends);
}

function ranked(entries, asked, loosely = false) {
  const scored = entries.map(({ node, names }) => ({ node, score: best(names, asked, loosely) })).filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score || order(a.node) - order(b.node) || (busy.get(b.node.id) ?? 0) - (busy.get(a.node.id) ?? 0) || newer(a.node, b.node));
  return scored.map(({ node }) => node.id);
}

function best(names, asked, loosely) {
  return names.reduce((most, name) => Math.max(most, score(name, asked, loosely)), 0);
}

/** 4: the same; 3: begins so; 2: each word begins a word; 1: contained; with `loosely` also where a letter differs. */
function score({ parts, run }, asked, loosely) {
  const whole = asked.join("");
  if (loosely) return asked.every((word) => parts.some((part) => isNear(part, word))) ? 1 : 0;
  if (run === whole) return 4;
  if (run.startsWith(whole)) return 3;
  if (asked.every((word) => parts.some((part) => part.startsWith(word)))) return 2;
  return whole.length > 2 && run.includes(whole) ? 1 : 0;
}

/** Whether words of four letters and more differ by one letter, more, less or other. */
function isNear(part, word) {
  if (part === word) return true;
  if (word.length < 4 || Math.abs(part.length - word.length) > 1) return false;
  let [start, end] = [0, 0];
  while (start < word.length && part[start] === word[start]) start++;
  while (end < word.length - start && end < part.length - start && part.at(-1 - end) === word.at(-1 - end)) end++;
  return Math.max(part.length, word.length) - start - end <= 1;
}

function order({ kind }) {
  const at = ORDER.indexOf(kind);
  return at < 0 ? ORDER.length : at;
}

function newer(a, b) {
  return (b.days?.[1] ?? "").localeCompare(a.days?.[1] ?? "");
}

/** "korea viet nam" as the two. */
function pairOf(asked) {
  const entries = places.map((node) => indexed()[node.id]);
  for (let at = 1; at < asked.length; at++) {
    const [a, b] = [asked.slice(0, at), asked.slice(at)].map((part) => ranked(entries, part.filter((word) => word !== "and"))[0]);
    const isTold = a !== undefined && b !== undefined && a !== b;
    if (isTold && allFacts().some((fact) => fact.parties.includes(a) && fact.parties.includes(b))) return [Math.min(a, b), Math.max(a, b)];
  }
  return null;
}

// ---- the box

export function startSearch() {
  const list = element("ul", { id: "suggestions", role: "listbox", "aria-label": words.search.label, hidden: true });
  const input = element("input", {
    type: "search", role: "combobox", placeholder: words.search.label, "aria-label": words.search.label, "aria-expanded": "false",
    "aria-controls": "suggestions", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", enterkeyhint: "go",
  });
  const status = element("span", { class: "unseen", role: "status" });
  document.getElementById("search").append(input, list, status);
  let [found, at] = [[], -1];

  function suggest() {
    found = find(input.value);
    at = found.length ? 0 : -1;
    list.replaceChildren(...(found.length || !input.value.trim() ? found.map(option) : [element("li", { class: "muted" }, words.search.none)]));
    status.textContent = input.value.trim() ? (found.length ? filled(words.search.found, { count: found.length }) : words.search.none) : "";
    open(Boolean(input.value.trim()));
    mark();
  }

  function option(suggestion, i) {
    const row = element("li", { id: `suggestion${i}`, role: "option", onpointerdown: (event) => event.preventDefault(), onclick: () => go(suggestion) });
    row.append(...describe(suggestion));
    return row;
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
  }

  function mark() {
    [...list.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    if (at < 0 || list.hidden) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `suggestion${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function go({ id, pair }) {
    open(false);
    input.value = "";
    if (pair) chooseDyad(pair[0], pair[1]);
    else choose(id);
    document.getElementById("panel").querySelector("h2")?.focus();
  }

  function press(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!found.length) return;
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      open(true);
      mark();
    } else if (event.key === "Enter" && found[at]) go(found[at]);
    else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden && !input.value) input.blur();
      input.value = "";
      open(false);
    }
  }

  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => input.value && suggest());
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", press);
  return () => input.focus();
}

function describe({ id, pair }) {
  if (pair) return [symbol(lookOf("country")), element("span", {}, dyadName(pair))];
  const node = nodes[id];
  const note = node.kind === "meeting" ? spanText(node) : (node.role ?? (node.home === undefined ? kindName(node.kind, 1) : label(node.home)));
  return [symbol(lookOf(node.kind)), element("span", {}, node.label.slice(0, 200)), muted(String(note).slice(0, 100))];
}
