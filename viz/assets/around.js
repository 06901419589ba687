// What is drawn around an opened country or dyad: its officials, ministries and meetings.

import { nodes, placeOf } from "./data.js";
import { between, shownFacts } from "./facts.js";
import { isOff } from "./state.js";

/** At most so many of a kind are drawn; the panel has all. */
const MOST = { meeting: 40, official: 30, ministry: 8, series: 8 };

/**
 * Who and what belongs around what is open, latest or busiest first: `{id, home}`, without `home` if between two, and the lines
 * between them as pairs of numbers.
 */
export function surroundings(open, chosen) {
  if (!open) return { members: [], lines: [], left: 0 };
  const told = open.length === 2 ? between(open) : (shownFacts().of.place.get(open[0]) ?? []);
  const meetings = told.filter((fact) => fact.node !== undefined).map((fact) => fact.node);
  const people = open.length === 2 ? told.flatMap((fact) => fact.people) : [];
  const found = {
    meeting: meetings,
    series: meetings.map((id) => nodes[id].series).filter((id) => id !== undefined),
    official: open.length === 2 ? people.filter((id) => open.includes(placeOf(id))) : busiest(ofPlace(open[0], "official")),
    ministry: open.length === 2 ? ministriesOf(people, open) : ofPlace(open[0], "ministry"),
  };
  const chosenOnes = chosen !== null && Object.hasOwn(found, nodes[chosen].kind) ? [chosen] : [];
  const kept = Object.entries(found).flatMap(([kind, ids]) => {
    if (isOff(kind)) return chosenOnes.filter((id) => nodes[id].kind === kind);
    return [...new Set([...chosenOnes.filter((id) => nodes[id].kind === kind), ...ids])].slice(0, MOST[kind]);
  });
  const all = new Set(Object.entries(found).flatMap(([kind, ids]) => (isOff(kind) ? [] : ids)));
  const members = kept.map((id) => ({ id, home: open.length === 2 ? standsAt(id, open) : open[0] }));
  return { members, lines: linesAmong(new Set(kept), open), left: all.size - kept.filter((id) => all.has(id)).length };
}

function ofPlace(place, kind) {
  return nodes.filter((node) => node.kind === kind && placeOf(node.id) === place).map((node) => node.id);
}

function busiest(ids) {
  const facts = (id) => shownFacts().of.person.get(id)?.length ?? 0;
  const named = (id) => nodes[id].sources?.length ?? 0;
  return ids.sort((a, b) => facts(b) - facts(a) || named(b) - named(a) || a - b);
}

function ministriesOf(people, open) {
  const held = people.flatMap((id) => (nodes[id].offices ?? []).map((office) => office.of));
  return held.filter((id) => id !== undefined && nodes[id].kind === "ministry" && open.includes(placeOf(id)));
}

/** Meetings and series stand between the two of a dyad, people and ministries at their country. */
function standsAt(id, open) {
  const home = nodes[id].kind === "meeting" ? undefined : placeOf(id);
  return open.includes(home) ? home : undefined;
}

/** Who took part in which meeting and holds which office, and what else belongs where it stands. */
function linesAmong(kept, open) {
  const lines = [];
  for (const id of kept) {
    const node = nodes[id];
    const near = [...(node.people ?? []), node.series, ...(node.offices ?? []).map((office) => office.of)].filter((other) => kept.has(other));
    for (const other of new Set(near)) lines.push([id, other]);
    if (node.kind === "meeting") for (const place of open) lines.push([place, id]);
    else if (!near.length && open.includes(placeOf(id))) lines.push([placeOf(id), id]);
    else if (node.kind === "ministry") lines.push([placeOf(id), id]);
  }
  return lines;
}
