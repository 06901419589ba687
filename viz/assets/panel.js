// The panel: what is known of what is chosen, and how.

import { data, lookOf, nodes, placeOf, words } from "./data.js";
import { button, element, inPortions, muted, present, symbol, when } from "./dom.js";
import { allFacts, between, contacts, newestFirst, shownFacts, togetherInForums } from "./facts.js";
import { pairsOf } from "./pairs.js";
import { circumstances, dateOf, dyadLink, dyadName, factRow, nodeLink, toldFacts } from "./rows.js";
import { articleRow, articlesOf, evidence } from "./sources.js";
import { choose, chooseDyad, chooseNothing, current, isFiltered } from "./state.js";
import { capital, dateText, factName, filled, kindName, label, listText, number, plainWord, spanText } from "./text.js";

const panel = document.getElementById("panel");

/** Tell of what is chosen; called after every change. */
export function drawPanel(before) {
  const { open, chosen } = current();
  const isSame = before && chosen === before.chosen && String(open) === String(before.open);
  const hadFocus = panel.contains(document.activeElement);
  const top = panel.scrollTop;
  panel.replaceChildren(...present([trail(open, chosen), ...content(open, chosen)]));
  panel.scrollTop = isSame ? top : 0;
  if (hadFocus) panel.querySelector("h2")?.focus();
}

function content(open, chosen) {
  if (chosen !== null) return nodePanel(nodes[chosen]);
  if (open?.length === 2) return dyadPanel(open);
  return open ? placePanel(nodes[open[0]]) : overview();
}

/** The way back: overview, what is open, what is chosen. */
function trail(open, chosen) {
  if (!open && chosen === null) return null;
  const steps = [button(words.panel.back, chooseNothing)];
  if (open && chosen !== null) steps.push(button(open.length === 2 ? dyadName(open) : label(open[0]), open.length === 2 ? () => chooseDyad(open[0], open[1]) : () => choose(open[0])));
  return element("nav", { class: "trail", "aria-label": words.panel.back }, ...steps.flatMap((step, i) => [i ? muted(" › ") : "", step]));
}

function heading(text) {
  return element("h2", { tabindex: "-1" }, text);
}

function section(title, ...children) {
  const told = present(children);
  return told.length ? element("section", {}, element("h3", {}, title), ...told) : null;
}

function counted(title, count) {
  return [title, " ", muted(number(count))];
}

function kindLine(kind, ...more) {
  return element("p", { class: "kind" }, symbol(lookOf(kind)), muted(kindName(kind, 1), ...more));
}

function nothingNow(list) {
  return list.length ? null : element("p", { class: "none" }, words.panel.none_now);
}

// ---- overview

function overview() {
  if (!nodes.length) return [heading(words.panel.overview), element("p", {}, words.page.empty)];
  const { list, dyads, of } = shownFacts();
  const meetings = list.filter((fact) => fact.kind === "meeting");
  const known = nodes.filter((node) => (node.kind === "official" && (!isFiltered() || of.person.has(node.id))) || !Object.hasOwn(words.kinds, node.kind));
  const people = known.map(({ id }) => ({ id, facts: of.person.get(id) ?? [] })).sort(busiestFirst);
  return [
    heading(words.panel.overview),
    element("p", { class: "muted" }, words.panel.hint),
    data.held.left_out ? element("p", {}, filled(words.page.partial, { left_out: number(data.held.left_out) })) : null,
    nothingNow(list),
    section(words.panel.pairs, inPortions(dyads, dyadRow, { portion: 8 })),
    section(words.panel.latest, inPortions(meetings, factRow, { portion: 8 })),
    section(words.panel.people, inPortions(people, personRow, { portion: 8 })),
  ];
}

function dyadRow({ ends, facts }) {
  return element("li", {}, dyadLink(ends), muted(tally(facts)));
}

/** "3 meetings, 2 visits" and as many kinds more as there is room for. */
function tally(facts, most = 2) {
  const kinds = Map.groupBy(facts, (fact) => fact.kind);
  const counts = [...kinds].map(([kind, told]) => [kind, told.length]).sort((a, b) => Number(b[0] === "meeting") - Number(a[0] === "meeting") || b[1] - a[1]);
  return counts.slice(0, most).map(([kind, count]) => `${number(count)} ${factName(kind, count)}`).join(", ");
}

function busiestFirst(a, b) {
  const named = ({ id }) => nodes[id].sources?.length ?? 0;
  return b.facts.length - a.facts.length || named(b) - named(a) || a.id - b.id;
}

function personRow({ id, facts }) {
  return element("li", {}, nodeLink(id), muted(facts.length ? tally(facts) : plainWord(nodes[id].role ?? "")));
}

// ---- country or organization

function placePanel(node) {
  const { dyads, of } = shownFacts();
  const own = dyads.filter(({ ends }) => ends.includes(node.id));
  const facts = of.place.get(node.id) ?? [];
  const belonging = (kind) => nodes.filter((other) => other.kind === kind && placeOf(other.id) === node.id);
  const people = belonging("official").map(({ id }) => ({ id, facts: of.person.get(id) ?? [] })).sort(busiestFirst);
  const ministries = belonging("ministry");
  return [
    kindLine(node.kind), heading(node.label),
    detailList(node, "region", "memberships"),
    nothingNow(facts),
    section(counted(words.panel.with, own.length), inPortions(own, (dyad) => neighborRow(dyad, node.id), { portion: 12 })),
    section(counted(words.panel.facts, facts.length), inPortions(facts, factRow, { portion: 12 })),
    section(counted(capital(kindName("official")), people.length), inPortions(people, personRow, { portion: 12 })),
    section(counted(capital(kindName("ministry")), ministries.length), inPortions(ministries, ({ id }) => element("li", {}, nodeLink(id)))),
    mentions(node),
  ];
}

function neighborRow({ ends, facts }, id) {
  const other = ends[0] === id ? ends[1] : ends[0];
  return element("li", {}, button(label(other), () => chooseDyad(ends[0], ends[1]), { class: "link" }), muted(tally(facts)));
}

function mentions(node) {
  const found = articlesOf(node.sources ?? []);
  return section(counted(words.panel.mentioned, found.length), inPortions(found, articleRow, { portion: 5 }));
}

// ---- dyad

function dyadPanel(ends) {
  const facts = between(ends);
  return [
    element("p", { class: "kind" }, ...ends.flatMap((id) => [symbol(lookOf(nodes[id].kind)), nodeLink(id), " "])),
    heading(dyadName(ends)),
    element("p", { class: "muted" }, tally(facts, facts.length)),
    nothingNow(facts),
    timeline(facts),
    section(words.panel.forums, inPortions(togetherInForums(ends), factRow, { portion: 8 })),
  ];
}

/** Facts under their years, each with its sentences. */
function timeline(facts) {
  return element("div", { class: "timeline" }, ...inPortions(withYears(facts), (item) =>
    item.year === undefined ? toldFacts(item) : element("li", { class: "year" }, element("h3", {}, item.year || words.page.undated))));
}

function withYears(facts) {
  const years = Map.groupBy([...facts].sort(newestFirst), (fact) => fact.about.days?.[1].slice(0, 4) ?? "");
  return [...years].flatMap(([year, told]) => [{ year }, ...alike(told)]);
}

/** Facts of one date that rest on the same sentences, together; in their order. */
function alike(facts) {
  const restOn = ({ about: { date, sources = [] } }) => `${date} ${sources.map((ref) => [ref].flat()[0])}`;
  return [...Map.groupBy(facts, restOn).values()];
}

// ---- official, ministry, meeting, series

function nodePanel(node) {
  const tell = TOLD.get(node.kind) ?? otherPanel;
  const home = placeOf(node.id);
  const place = home === undefined || home === node.id ? [] : [" · ", nodeLink(home)];
  return [kindLine(node.kind, ...place), heading(node.label), ...tell(node)];
}

const TOLD = new Map([["official", officialPanel], ["meeting", meetingPanel], ["series", seriesPanel]]);

function officialPanel(node) {
  const facts = shownFacts().of.person.get(node.id) ?? [];
  const met = contacts(node.id);
  return [
    detailList(node, "role"),
    section(words.panel.offices, officeList(node)),
    section(words.panel.spellings, spellingList(node)),
    section(counted(words.panel.met, met.length), inPortions(met, contactRow, { portion: 12 })),
    section(counted(words.panel.timeline, facts.length), nothingNow(facts), timeline(facts)),
    section(words.panel.sources, evidence(node.sources, [node.id], { folded: 2 })),
  ];
}

/** Offices in the order in which articles first gave them, each with its first and last report and a sentence. */
function officeList(node) {
  const told = (node.sightings ?? []).filter(([, role]) => role).map(([, role, ref]) => ({ role, ref, on: publishedOf(ref) }));
  const known = told.length ? told : (node.offices ?? []).filter((office) => office.role).flatMap(({ role, sources = [] }) => sources.map((ref) => ({ role, ref, on: publishedOf(ref) })));
  const offices = [...Map.groupBy(known, ({ role }) => String(role).toLowerCase()).values()].map((rows) => rows.sort((a, b) => (a.on < b.on ? -1 : 1)));
  if (!offices.length) return null;
  return element("ol", { class: "offices" }, ...offices.sort((a, b) => (a[0].on < b[0].on ? -1 : 1)).map((rows) => officeRow(rows, node)));
}

function officeRow(rows, node) {
  const [first, last] = [rows[0].on, rows.at(-1).on];
  const span = first ? (first.slice(0, 4) === last.slice(0, 4) ? dateText(first.slice(0, 7)) : `${first.slice(0, 4)}–${last.slice(0, 4)}`) : "";
  const proof = element("details", {}, element("summary", {}, element("span", {}, String(rows[0].role)), muted(span)));
  proof.addEventListener("toggle", () => proof.childElementCount === 1 && proof.append(evidence(rows.map(({ ref }) => ref), [node.id])));
  return element("li", {}, proof);
}

function publishedOf(ref) {
  const number = Array.isArray(ref) ? ref[0] : ref;
  return data.articles[data.sentences[number][0]][4] ?? "";
}

function spellingList({ spellings = [] }) {
  return spellings.length ? element("p", {}, spellings.join(", ")) : null;
}

function contactRow({ id, facts }) {
  return element("li", {}, nodeLink(id), muted(facts.length === 1 ? spanText(facts[0].about) : tally(facts)));
}

function meetingPanel(node) {
  const fact = allFacts().find((one) => one.node === node.id);
  const told = circumstances(fact);
  return [
    element("p", {}, dateOf(fact), told.length ? ` · ${told.join(" · ")}` : ""),
    section(words.panel.sources, evidence(node.sources, [...fact.parties, ...fact.people], { folded: 5 })),
    section(words.panel.parties, sideList(node, fact)),
    detailList(node, "date", "ordinal", "topics", "sidelines_of", "reported"),
    links(node),
    section(words.panel.disagreements, (node.disagreements ?? []).length ? inPortions(node.disagreements, (text) => element("li", {}, text)) : null),
    section(words.panel.with, inPortions(pairsOf(node), (ends) => element("li", {}, dyadLink(ends)), { portion: 6 })),
  ];
}

/** The sides, each with its officials; of a forum all parties. */
function sideList(node, fact) {
  const sides = (node.sides ?? []).map((codes) => fact.parties.filter((id) => codes.includes(nodes[id].code)));
  const placed = new Set(sides.flat());
  const rest = fact.parties.filter((id) => !placed.has(id));
  const groups = [...sides.filter((side) => side.length), ...rest.map((id) => [id])];
  const shared = fact.people.filter((id) => !groups.flat().includes(placeOf(id)));
  const rows = groups.map((side) => element("li", {}, element("span", {}, ...joined(side)), ...officialsOf(fact, side)));
  return rows.length || shared.length ? element("ul", { class: "sides" }, ...rows, ...shared.map((id) => element("li", {}, nodeLink(id), office(id)))) : null;
}

function joined(ids) {
  return ids.flatMap((id, i) => [i ? ", " : "", nodeLink(id)]);
}

function officialsOf(fact, side) {
  const own = fact.people.filter((id) => side.includes(placeOf(id)));
  return own.map((id) => element("div", { class: "person" }, symbol(lookOf("official")), nodeLink(id), office(id)));
}

function office(id) {
  return nodes[id].role ? muted(`, ${nodes[id].role}`) : null;
}

/** The series a meeting is of, and the meeting on whose sidelines it was. */
function links({ series, beside }) {
  const rows = [series, beside].filter((id) => id !== undefined).map((id) => element("li", {}, symbol(lookOf(nodes[id].kind)), nodeLink(id)));
  return rows.length ? element("ul", { class: "rows plain" }, ...rows) : null;
}

function seriesPanel(node) {
  const facts = shownFacts().of.series.get(node.id) ?? [];
  return [
    detailList(node, "since", "cadence", "skipped"),
    section(counted(capital(kindName("meeting")), facts.length), nothingNow(facts), inPortions(facts, factRow)),
    section(words.panel.sources, evidence(node.sources, [])),
  ];
}

function otherPanel(node) {
  const held = nodes.filter((other) => (other.offices ?? []).some((one) => one.of === node.id)).map(({ id }) => ({ id, facts: shownFacts().of.person.get(id) ?? [] }));
  const facts = shownFacts().of.person.get(node.id) ?? [];
  return [
    detailList(node, "role"),
    section(counted(words.panel.people, held.length), inPortions(held, personRow)),
    facts.length ? section(words.panel.timeline, timeline(facts)) : null,
    section(words.panel.sources, evidence(node.sources, [node.id])),
  ];
}

// ---- details

function detailList(node, ...names) {
  const told = names.filter((name) => node[name] !== undefined);
  const rows = told.flatMap((name) => [element("dt", {}, words.details[name]), element("dd", {}, detailValue(name, node))]);
  return rows.length ? element("dl", {}, ...rows) : null;
}

function detailValue(name, node) {
  const inferred = (node.inferred ?? []).includes(name) ? muted(` (${words.page.inferred})`) : "";
  const value = name === "date" ? when(node) : name === "reported" || name === "since" ? dateText(node[name]) : listText([node[name]].flat());
  return element("span", {}, value, inferred);
}

