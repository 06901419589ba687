// Facts as the lists, the timelines and the table tell them.

import { lookOf, words } from "./data.js";
import { button, element, muted, symbol, when } from "./dom.js";
import { evidence } from "./sources.js";
import { choose, chooseDyad } from "./state.js";
import { enumeration, label, listText, money, plainWord } from "./text.js";

/** A link to a node of the page. */
export function nodeLink(id, text = label(id)) {
  return button(text, () => choose(id), { class: "link" });
}

export function dyadName([a, b]) {
  return `${label(a)} – ${label(b)}`;
}

export function dyadLink(ends) {
  return button(dyadName(ends), () => chooseDyad(ends[0], ends[1]), { class: "link" });
}

/** What a fact says in a few words: a meeting's name, "South Korea aided Viet Nam". */
export function statement(fact) {
  const { about } = fact;
  if (fact.node !== undefined) return about.label;
  const act = Object.hasOwn(words.acts, about.kind) ? words.acts[about.kind] : about.label;
  const isMutual = MUTUAL.includes(about.kind);
  return isMutual ? `${enumeration([label(about.from), label(about.to)])} ${act}` : `${label(about.from)} ${act} ${label(about.to)}`;
}

const MUTUAL = ["met", "agreed", "signed", "upgraded_ties", "exercised"];

/** Where and how: "planned", "Ha Noi, Viet Nam", "USD 34 million", "the minutes of the dialogue". */
export function circumstances({ about, status, node }) {
  const place = [about.place, about.host === undefined ? null : label(about.host)].filter(Boolean);
  const parts = [
    status !== "held" && plainWord(status),
    about.amount !== undefined && money(about),
    about.detail ?? (about.documents && listText(about.documents)),
    [...new Set(place)].join(", "),
    about.mode && about.mode !== "in_person" && plainWord(about.mode),
    node !== undefined && about.level && plainWord(about.level),
  ];
  return parts.filter(Boolean);
}

/** Relations are lines, as on the map. */
const RELATION = { shape: "line", color: "currentColor" };

export function factSymbol(fact) {
  return symbol(fact.node === undefined ? RELATION : lookOf("meeting"));
}

/** A line: symbol, statement, date; a meeting's is a link. */
export function factRow(fact) {
  return element("li", {}, element("span", { class: "what" }, factSymbol(fact), statementLink(fact), note(fact)), dateOf(fact));
}

/** What a meeting is if it was not held. */
function note({ status }) {
  return status === "held" ? null : muted(plainWord(status));
}

/** A meeting leads to itself, a relation to the two that it is between. */
export function statementLink(fact) {
  if (fact.node !== undefined) return nodeLink(fact.node);
  const [pair] = fact.pairs;
  return pair ? button(statement(fact), () => chooseDyad(pair[0], pair[1]), { class: "link" }) : element("span", {}, statement(fact));
}

export function dateOf(fact) {
  return when(fact.about) ?? muted(words.page.undated);
}

/** Facts that rest on the same sentences, and these below them. */
export function toldFacts(facts) {
  const refs = facts.flatMap((fact) => fact.about.sources ?? []);
  const names = new Set(facts.flatMap((fact) => [...fact.parties, ...fact.people]));
  return element("li", { class: "fact" }, ...facts.flatMap(head), evidence(refs, [...names], { folded: 1 }));
}

function head(fact) {
  const told = circumstances(fact);
  const name = fact.node === undefined ? element("span", {}, statement(fact)) : nodeLink(fact.node);
  return [
    element("div", { class: "head" }, element("span", { class: "what" }, factSymbol(fact), name), dateOf(fact)),
    told.length ? element("p", { class: "muted" }, told.join(" · ")) : null,
  ];
}
