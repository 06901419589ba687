// The same facts as a table, for screen readers and everybody.

import { nodes, words } from "./data.js";
import { element, inPortions } from "./dom.js";
import { between, shownFacts } from "./facts.js";
import { circumstances, dateOf, nodeLink, statementLink } from "./rows.js";
import { countTexts } from "./sources.js";
import { current } from "./state.js";
import { filled, number } from "./text.js";

const box = document.getElementById("table");

/** The facts of what is chosen, or all that are shown, the latest first. */
export function factsInView() {
  const { open, chosen } = current();
  const { list, of } = shownFacts();
  if (chosen !== null && nodes[chosen].kind === "meeting") return list.filter((fact) => fact.node === chosen);
  if (chosen !== null) return of.person.get(chosen) ?? of.series.get(chosen) ?? [];
  if (open?.length === 2) return between([open[0], open[1]]);
  return open ? (of.place.get(open[0]) ?? []) : list;
}

/** Draw the table if it is what is looked at; called after every change. */
export function drawTable() {
  const { table } = current();
  box.hidden = !table;
  document.getElementById("graph").hidden = table;
  document.getElementById("legend").hidden = table;
  if (!table) return box.replaceChildren();
  const facts = factsInView();
  const caption = facts.length === 1 ? words.table.caption_one : filled(words.table.caption, { count: number(facts.length) });
  const heads = ["date", "what", "who", "where", "sources"].map((name) => element("th", { scope: "col" }, words.table[name]));
  const [body, more] = inPortions(facts, row, { name: "tbody", portion: 100, kind: "" });
  box.replaceChildren(element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...heads)), body ?? element("tbody")), ...(more ? [more] : []));
}

function row(fact) {
  const who = [...fact.parties, ...fact.people].slice(0, 30).flatMap((id, i) => [i ? ", " : "", nodeLink(id)]);
  return element("tr", {},
    element("td", {}, dateOf(fact)), element("th", { scope: "row" }, statementLink(fact)), element("td", {}, ...who),
    element("td", {}, circumstances(fact).join(" · ")), element("td", { class: "count" }, number(countTexts(fact.about.sources))));
}
