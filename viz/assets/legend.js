// The legend: the symbol of each kind and how many of it are shown.

import { data, lookOf, nodes, placeOf, words } from "./data.js";
import { element, symbol } from "./dom.js";
import { shownFacts } from "./facts.js";
import { isFiltered, isOff } from "./state.js";
import { kindName, number } from "./text.js";

const KINDS = Object.keys(words.kinds);

/** Called after every change. */
export function drawLegend() {
  document.getElementById("legend").replaceChildren(...legendRows().map(([kind, count]) =>
    element("li", {}, symbol(lookOf(kind)), legendText(kind, count))), element("li", {}, articleText()));
}

/** How many articles the whole graph rests on. */
function articleText() {
  const count = data.held.articles;
  return `${number(count)} ${count === 1 ? words.panel.article : words.panel.articles}`;
}

/** The kinds that are shown, and how many there are of each. */
export function legendRows() {
  return KINDS.map((kind) => [kind, countOf(kind)]).filter(([kind, count]) => count && !isOff(kind));
}

export function legendText(kind, count) {
  return `${number(count)} ${kindName(kind, count)}`;
}

function countOf(kind) {
  const { of, places, list } = shownFacts();
  if (kind === "meeting") return list.filter((fact) => fact.node !== undefined).length;
  if (kind === "country" || kind === "organization") return places.filter(({ node }) => node.kind === kind).length;
  if (kind === "series") return of.series.size;
  const told = nodes.filter((node) => node.kind === kind);
  if (!isFiltered()) return told.length;
  const near = new Set(places.map(({ node }) => node.id));
  return told.filter(({ id }) => (kind === "official" ? of.person.has(id) : near.has(placeOf(id)))).length;
}
