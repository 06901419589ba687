// Filters, folded away: kinds, status, level, topic, region or organization; what is filtered is said, and reset by one click.

import { nodes, places, words } from "./data.js";
import { button, disclosure, element } from "./dom.js";
import { allFacts } from "./facts.js";
import { change, current, isFiltered, isOff, showAll } from "./state.js";
import { capital, factName, kindName, listText, plainWord } from "./text.js";
import { periodText } from "./time.js";

const nodeKinds = distinct(nodes.map((node) => node.kind)).filter((kind) => Object.hasOwn(words.kinds, kind));
const factKinds = distinct(allFacts().map((fact) => fact.kind));
const CHOICES = {
  status: distinct(allFacts().filter((fact) => fact.kind === "meeting").map((fact) => fact.status)),
  level: distinct(allFacts().map((fact) => fact.about.level)),
  topic: distinct(allFacts().flatMap((fact) => fact.about.topics ?? [])),
  among: [...distinct(places.map((node) => node.region)), ...distinct(places.flatMap((node) => [...(node.memberships ?? []), node.kind === "organization" ? node.code : undefined]))],
};

let parts = null;

function distinct(values) {
  return [...new Set(values)].filter((value) => value !== undefined && value !== "").sort();
}

/** The button that unfolds the filters. */
export function startFilters() {
  const box = document.getElementById("filters");
  const boxes = [...checks(words.filters.nodes, nodeKinds, (kind) => capital(kindName(kind))), ...checks(words.filters.facts, factKinds.filter((kind) => kind !== "meeting" || !nodeKinds.includes(kind)), (kind) => capital(factName(kind)))];
  const selects = Object.entries(CHOICES).filter(([, values]) => values.length > 1 || (values.length && values[0] !== "held")).map(([name, values]) => select(name, values));
  box.append(...boxes, element("div", { class: "selects" }, ...selects));
  parts = { box, said: document.getElementById("filtered") };
  return disclosure(words.filters.title, box);
}

function checks(title, kinds, name) {
  if (!kinds.length) return [];
  const rows = kinds.map((kind) => {
    const check = element("input", { type: "checkbox", "data-kind": kind, onchange: () => turn(kind, check.checked) });
    return element("label", {}, check, ` ${name(kind)}`);
  });
  return [element("fieldset", {}, element("legend", {}, title), ...rows)];
}

function turn(kind, isOn) {
  const others = current().off.filter((one) => one !== kind);
  change({ off: isOn ? others : [...others, kind].sort() });
}

function select(name, values) {
  const options = ["", ...values].map((value) => element("option", { value }, value ? capital(plainWord(value)) : words.filters.any));
  const made = element("select", { "data-filter": name, onchange: () => change({ [name]: made.value }) }, ...options);
  return element("label", {}, element("span", {}, words.filters[name]), made);
}

/** Say what is filtered; called after every change. */
export function drawFilters() {
  for (const check of parts.box.querySelectorAll("input")) check.checked = !isOff(check.dataset.kind);
  for (const made of parts.box.querySelectorAll("select")) made.value = current()[made.dataset.filter];
  parts.said.hidden = !isFiltered();
  const told = filterText({ period: false });
  const reset = button(words.filters.reset, showAll, { class: "reset" });
  parts.said.replaceChildren(told ? `${words.filters.showing}: ${told} ` : "", isFiltered() ? reset : "");
}

/** "2021 – 2024, planned, ASEAN, without officials" */
export function filterText({ period = true } = {}) {
  const { since, until, undated, off, status, level, topic, among } = current();
  const kinds = listText(off.map((kind) => (nodeKinds.includes(kind) ? kindName(kind) : factName(kind))));
  const told = [
    period && (since || until) && periodText(),
    !undated && words.filters.dated,
    status && plainWord(status), level && plainWord(level), topic && plainWord(topic), among && plainWord(among),
    off.length && words.filters.without.replace("{names}", () => kinds),
  ];
  return told.filter(Boolean).join(" · ");
}
