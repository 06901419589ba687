// Who faced whom in a meeting.

import { isPlace, nodes, placeWith } from "./data.js";

const known = new Map();

/** The pairs of countries and organizations that sat across from each other, each as [lower, higher]; of a forum none. */
export function pairsOf(meeting) {
  if (!known.has(meeting)) known.set(meeting, madePairs(meeting));
  return known.get(meeting);
}

/** Those whom an official met in a meeting. */
export function facing(meeting, official) {
  return (meeting.met ?? []).filter((pair) => pair.includes(official)).map(([a, b]) => (a === official ? b : a));
}

function madePairs(meeting) {
  const met = (meeting.met ?? []).filter((pair) => pair.every((id) => isPlace(nodes[id])));
  return distinct(met.length ? met : acrossSides(meeting.sides ?? [], meeting.parties ?? []));
}

/** What is planned has no pair that met, but sides. */
function acrossSides(sides, parties) {
  const told = sides.map((side) => side.map(placeWith).filter((id) => id !== undefined));
  if (told.length < 2) return parties.length === 2 && !sides.length ? [parties] : [];
  return told.flatMap((side, i) => told.slice(i + 1).flatMap((other) => side.flatMap((a) => other.map((b) => [a, b]))));
}

function distinct(pairs) {
  const ordered = pairs.filter(([a, b]) => a !== b).map(([a, b]) => (a < b ? [a, b] : [b, a]));
  return [...new Map(ordered.map((pair) => [pair.join("-"), pair])).values()];
}
