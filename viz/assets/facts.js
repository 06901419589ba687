// The facts: meetings and relations, which of them are shown now, and what they say of each place, pair and person.

import { edges, nodes, placeOf, places } from "./data.js";
import { facing, pairsOf } from "./pairs.js";
import { current, isFiltered, isOff } from "./state.js";

/**
 * A fact: `about` is the meeting or relation itself, `node` the number of a meeting; `pairs` are the two sides of a dyad, `parties` all
 * countries and organizations, `people` the officials.
 */
const facts = [...nodes.filter((node) => node.kind === "meeting").map(meetingFact), ...edges.map(relationFact)].sort(newestFirst);

function meetingFact(about) {
  const pairs = pairsOf(about);
  const parties = [...new Set([...(about.parties ?? []), ...pairs.flat()])];
  const people = [...new Set([...(about.people ?? []), ...(about.met ?? []).flat().filter((id) => nodes[id].kind === "official")])];
  return { about, kind: "meeting", node: about.id, pairs, parties, people, status: about.status ?? "held" };
}

function relationFact(about, i) {
  const ends = [about.from, about.to];
  const parties = [...new Set(ends.map(placeOf).filter((id) => id !== undefined))];
  const people = ends.filter((id) => placeOf(id) !== id);
  const pairs = parties.length === 2 ? [[...parties].sort((a, b) => a - b)] : [];
  return { about: { ...about, edge: i }, kind: about.kind, pairs, parties, people, status: "held" };
}

/** The latest first, and what has no date last. */
export function newestFirst(a, b) {
  const [first, second] = [a.about.days?.[1] ?? "", b.about.days?.[1] ?? ""];
  return first < second ? 1 : first > second ? -1 : 0;
}

export function isForum(fact) {
  return fact.kind === "meeting" && !fact.pairs.length;
}

// ---- what is shown

let shown = gathered([]);

/** The facts that the period and the filters let through, and what they say of places, pairs and people. */
export function shownFacts() {
  return shown;
}

/** Choose the facts anew after a change of period or filters. */
export function refresh() {
  const passes = filter();
  shown = gathered(facts.filter((fact) => passes(fact) && inPeriod(fact)));
}

/** All facts that the filters let through, whenever they were. */
export function facetFacts() {
  return facts.filter(filter());
}

export function allFacts() {
  return facts;
}

function gathered(list) {
  const of = { place: new Map(), person: new Map(), dyad: new Map(), series: new Map() };
  const put = (index, key, fact) => (index.has(key) ? index.get(key).push(fact) : index.set(key, [fact]));
  for (const fact of list) {
    for (const place of fact.parties) put(of.place, place, fact);
    for (const person of fact.people) put(of.person, person, fact);
    for (const pair of fact.pairs) put(of.dyad, pair.join("-"), fact);
    if (fact.about.series !== undefined) put(of.series, fact.about.series, fact);
  }
  return { list, of, places: shownPlaces(of), dyads: dyadsOf(of.dyad) };
}

/** Countries and organizations of which something is told, the busiest first. */
function shownPlaces(of) {
  const hasMore = isFiltered() ? new Set() : new Set(homes());
  const told = places.filter((node) => !isOff(node.kind) && (of.place.has(node.id) || hasMore.has(node.id)));
  return told.map((node) => ({ node, count: of.place.get(node.id)?.length ?? 0 })).sort((a, b) => b.count - a.count || a.node.id - b.node.id);
}

/** The countries and organizations of which something is told, whatever is filtered and whenever it was. */
export function placesTold() {
  const told = new Set([...facts.flatMap((fact) => fact.parties), ...homes()]);
  return places.filter((node) => told.has(node.id));
}

function homes() {
  return nodes.filter((node) => node.kind === "official" || node.kind === "ministry").map((node) => placeOf(node.id));
}

/** Pairs, the busiest first; a relation weighs less than a meeting. */
function dyadsOf(index) {
  const dyads = [...index].map(([key, told]) => {
    const meetings = told.filter(isMeeting).length;
    return { key, ends: key.split("-").map(Number), facts: told, meetings, weight: meetings + 0.5 * (told.length - meetings) };
  });
  return dyads.filter(({ ends }) => ends.every((id) => !isOff(nodes[id].kind))).sort((a, b) => b.weight - a.weight);
}

export function isMeeting(fact) {
  return fact.kind === "meeting" || fact.kind === "met";
}

/** What happened between two, the latest first. */
export function between([a, b]) {
  return shown.of.dyad.get(`${a}-${b}`) ?? [];
}

/** The forums in which both of two were. */
export function togetherInForums([a, b]) {
  return (shown.of.place.get(a) ?? []).filter((fact) => isForum(fact) && fact.parties.includes(b));
}

/** Whom an official met and with whom he was in forums, the most often met first: rows of number and facts. */
export function contacts(official) {
  const met = new Map();
  for (const fact of shown.of.person.get(official) ?? []) {
    const others = fact.kind === "meeting" ? facing(fact.about, official) : fact.people.filter((id) => id !== official);
    for (const other of others) met.set(other, [...(met.get(other) ?? []), fact]);
  }
  return [...met].map(([id, told]) => ({ id, facts: told })).sort((a, b) => b.facts.length - a.facts.length || a.id - b.id);
}

// ---- period and filters

function filter() {
  const { off, status, level, topic, among } = current();
  const hidden = new Set(off);
  const members = among ? new Set(membersOf(among)) : null;
  return (fact) =>
    !hidden.has(fact.kind) &&
    (!status || (fact.kind === "meeting" && fact.status === status)) &&
    (!level || fact.about.level === level) &&
    (!topic || (fact.about.topics ?? []).includes(topic)) &&
    (!members || fact.parties.some((id) => members.has(id)));
}

/** The countries of a region, or an organization and its members. */
export function membersOf(name) {
  const ours = ({ region, code, memberships = [] }) => region === name || code === name || memberships.includes(name);
  return places.filter(ours).map((node) => node.id);
}

/** Whether a fact may have been in the period; one without a date is in it if undated ones are asked for. */
function inPeriod({ about: { days } }) {
  const { since, until, undated } = current();
  if (!days) return undated;
  return (!since || days[1] >= since) && (!until || days[0].slice(0, until.length) <= until);
}
