// How we know: sentences with the words marked that tell the fact, and the articles they stand in.

import { articles, nodes, sentences, words } from "./data.js";
import { element, time } from "./dom.js";
import { filled } from "./text.js";

/** A window of a long sentence, and the most names looked for in one. */
const [LONGEST, NAMES] = [2000, 80];

const numberOfArticle = new Map(articles.map(([id], i) => [id, i]));

/** The sources of a fact, copies of one text as one: the first in full, the others folded away. */
export function evidence(refs, people, { folded = 3 } = {}) {
  const texts = textsOf(refs ?? []);
  if (!texts.length) return element("p", { class: "muted" }, words.panel.no_sources);
  const names = namePattern(people);
  const [first, rest] = [texts.slice(0, folded), texts.slice(folded)];
  const figures = first.map((text) => figure(text, names));
  if (!rest.length) return element("div", { class: "evidence" }, ...figures);
  const [one, many] = words.panel.sources_more;
  const more = element("details", {}, element("summary", {}, rest.length === 1 ? one : filled(many, { count: rest.length })));
  more.addEventListener("toggle", () => more.childElementCount === 1 && more.append(...rest.slice(0, 200).map((text) => figure(text, names))));
  return element("div", { class: "evidence" }, ...figures, more);
}

/** How many independent texts a fact rests on. */
export function countTexts(refs) {
  return new Set((refs ?? []).map((ref) => textOf(numberOf(ref)))).size;
}

/** The numbers of the articles that sources are of. */
export function articlesOf(refs) {
  return [...new Set(refs.map((ref) => sentences[numberOf(ref)][0]))];
}

/** The number of the sentence that a source is. */
export function numberOf(ref) {
  return Array.isArray(ref) ? ref[0] : ref;
}

/** The article whose text this sentence's article carries: itself, or the one it repeats. */
function textOf(number) {
  const [id, , , , , original] = articles[sentences[number][0]];
  return original ?? id;
}

function textsOf(refs) {
  const texts = Map.groupBy(refs, (ref) => textOf(numberOf(ref)));
  return [...texts].map(([original, told]) => {
    const found = articlesOf(told);
    const first = found.find((i) => articles[i][0] === original) ?? found[0];
    const own = told.filter((ref) => sentences[numberOf(ref)][0] === first);
    return { first, others: found.filter((i) => i !== first), sentences: sentencesOf(own), original };
  });
}

/** Sentences with the spans of the words that tell the fact. */
function sentencesOf(refs) {
  const spans = Map.groupBy(refs, numberOf);
  return [...spans].map(([number, told]) => ({ text: sentences[number][1], spans: told.filter(Array.isArray).map(([, start, end]) => [start, end]) }))
    .filter(({ text }) => text);
}

function figure({ first, others, sentences: told, original }, names) {
  const copies = others.map((i) => i);
  const isCopy = articles[first][0] !== original;
  if (isCopy && numberOfArticle.has(original)) copies.unshift(numberOfArticle.get(original));
  return element("figure", {},
    ...told.map(({ text, spans }) => element("blockquote", {}, ...marked(text, spans, names))),
    element("figcaption", {}, ...caption(first),
      copies.length || isCopy ? element("span", { class: "copies" }, `${words.panel.also} `, ...copyList(copies, original)) : null));
}

function copyList(copies, original) {
  if (!copies.length) return [original];
  return copies.flatMap((i, at) => [at ? ", " : "", link(i, articles[i][2] ?? articles[i][1] ?? articles[i][0])]);
}

function caption(i) {
  const [id, title, publisher, , published] = articles[i];
  const name = title ?? id ?? words.panel.article;
  return [link(i, name), publisher ? `, ${publisher}` : "", published ? ", " : "", published ? time(published) : ""];
}

function link(i, name) {
  const address = webAddress(articles[i][3]);
  return address ? element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, name) : name;
}

/** Articles that name a country or organization as a whole. */
export function articleRow(i) {
  return element("li", {}, element("span", {}, ...caption(i)));
}

/** The address if it is one of the web; others (javascript:, data:, file:) are no links. */
export function webAddress(url) {
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}

// ---- marks

/** The text with names and the words that tell the fact marked. */
function marked(text, spans, names) {
  const clipped = text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
  const found = names ? [...clipped.matchAll(names)].map((match) => ({ start: match.index, end: match.index + match[0].length, name: "b" })) : [];
  const told = spans.map(([start, end]) => ({ start, end, name: "mark" }));
  const parts = [];
  let at = 0;
  for (const { start, end, name } of [...told, ...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end > clipped.length) continue;
    parts.push(clipped.slice(at, start), element(name, {}, clipped.slice(start, end)));
    at = end;
  }
  return [...parts, clipped.slice(at)];
}

/** Finds the names of nodes, however spelled, the longest first. */
function namePattern(people) {
  const spelled = people.flatMap((id) => [nodes[id].label, nodes[id].name, ...(nodes[id].spellings ?? []), nodes[id].code]);
  const names = [...new Set(spelled)].filter((name) => name && name.length > 1 && name.length < 100).slice(0, NAMES);
  if (!names.length) return null;
  const any = names.sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "gu");
}

