// Take away: the present view as a picture, on paper and as a link, and its facts as a table.

import { articles, lookOf, sentences, words } from "./data.js";
import { OUTLINES, button, disclosure, element } from "./dom.js";
import { filterText } from "./filters.js";
import { legendRows, legendText } from "./legend.js";
import { repaint } from "./map.js";
import { dyadName, statement } from "./rows.js";
import { articlesOf, numberOf } from "./sources.js";
import { current, fragment } from "./state.js";
import { factsInView } from "./table.js";
import { bareWords, filled, label, number } from "./text.js";

/** A page in a notebook's frame has no address of its own, and may not print. */
const isFramed = location.protocol === "about:";

/** The picture: its margin, the height of a line of text and of the head, in pixels of the page. */
const [EDGE, ROW, HEAD] = [20, 22, 60];

let takeaway = null;

/** The button that unfolds the ways to take the view away. */
export function startTake() {
  const picture = button(words.take.picture, savePicture);
  const paper = button(words.take.print, () => print());
  const link = element("input", { readonly: true, onfocus: () => link.select() });
  const said = element("span", { role: "status", class: "muted" });
  const copy = button(words.take.copy, () => copyLink(link, said));
  const box = document.getElementById("take");
  box.append(picture, button(words.take.table, saveTable), paper, element("label", {}, element("span", {}, words.take.link), link), copy, said);
  if (isFramed) for (const part of [paper, link.parentElement, copy]) part.hidden = true;
  takeaway = { picture, link, said };
  return disclosure(words.take.title, box);
}

/** Called after every change. */
export function drawTake() {
  takeaway.picture.hidden = current().table;
  takeaway.link.value = `${location.href.split("#")[0]}#${fragment()}`;
  takeaway.said.textContent = "";
}

async function copyLink(link, said) {
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
    said.textContent = words.take.copied;
  } catch {
    said.textContent = words.take.copy_yourself; // the browser forbids it: the link is selected
  }
}

function save(blob, ending) {
  const address = URL.createObjectURL(blob);
  const name = bareWords(viewName()).join("-").slice(0, 80) || words.take.file;
  element("a", { href: address, download: `${name}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What the view is of: "South Korea – Viet Nam", or the title of the page. */
function viewName() {
  const { open, chosen } = current();
  if (chosen !== null) return label(chosen);
  if (open?.length === 2) return dyadName([open[0], open[1]]);
  return open ? label(open[0]) : document.title;
}

/** How much of what is seen: "12 facts · 2021 – 2024 · ASEAN". */
function viewNote() {
  const count = factsInView().length;
  const facts = count === 1 ? words.table.caption_one : filled(words.table.caption, { count: number(count) });
  return [viewName() === document.title ? "" : document.title, facts, filterText()].filter(Boolean).join(" · ");
}

// ---- the picture

function savePicture() {
  picture().toBlob((blob) => save(blob, "png"), "image/png");
}

/** The map as it is seen, under its title and above its legend, in the colors of the page. */
function picture() {
  const map = document.getElementById("graph").querySelector("canvas");
  const [width, height] = [map.clientWidth, map.clientHeight];
  const rows = wrappedLegend(width);
  const made = document.createElement("canvas");
  const ratio = map.width / width;
  Object.assign(made, { width: map.width, height: map.height + Math.round((HEAD + EDGE + ROW * rows.length) * ratio) });
  const context = made.getContext("2d");
  context.scale(ratio, ratio);
  const { backgroundColor: paper, color: ink } = getComputedStyle(document.body);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, made.height / ratio);
  if (map.height) context.drawImage(map, 0, HEAD, width, height);
  Object.assign(context, { fillStyle: ink, textBaseline: "middle" });
  context.font = `600 20px ${FONT}`;
  context.fillText(fitted(context, viewName(), width - 2 * EDGE), EDGE, 24);
  context.font = `400 14px ${FONT}`;
  context.fillText(fitted(context, viewNote(), width - 2 * EDGE), EDGE, 46);
  rows.forEach((row, i) => drawKinds(context, row, HEAD + height + EDGE / 2 + ROW * (i + 0.5), ink));
  return made;
}

const FONT = "system-ui, sans-serif";

/** The kinds of the legend with their places across, in as many rows as they need. */
function wrappedLegend(width) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `400 14px ${FONT}`;
  const rows = [];
  let right = Infinity;
  for (const [kind, count] of legendRows()) {
    const text = legendText(kind, count);
    const wide = 36 + context.measureText(text).width;
    if (right + wide > width - EDGE) {
      rows.push([]);
      right = EDGE;
    }
    rows.at(-1).push({ kind, text, left: right });
    right += wide;
  }
  return rows;
}

function drawKinds(context, row, y, ink) {
  for (const { kind, text, left } of row) {
    const { color, shape } = lookOf(kind);
    context.save();
    context.translate(left + 6, y);
    context.scale(0.75, 0.75);
    context.fillStyle = color;
    context.fill(new Path2D(OUTLINES[shape] ?? OUTLINES.dot));
    context.restore();
    context.fillStyle = ink;
    context.fillText(text, left + 18, y);
  }
}

/** As much of the text as there is room for. */
function fitted(context, text, width) {
  const letters = [...text.slice(0, 300)];
  if (letters.length === [...text].length && context.measureText(text).width <= width) return text;
  while (letters.length && context.measureText(`${letters.join("")} …`).width > width) letters.pop();
  return `${letters.join("")} …`;
}

// ---- the table

/** The columns of the file; of sources as in the answers of `kg … --csv`. */
const COLUMNS = {
  date: ({ about }) => about.date,
  end: ({ about }) => about.end,
  kind: ({ kind }) => kind,
  fact: statement,
  status: ({ kind, status }) => (kind === "meeting" ? status : ""),
  parties: ({ parties }) => parties.map(label),
  officials: ({ people }) => people.map(label),
  place: ({ about }) => about.place,
  country: ({ about }) => about.host !== undefined && label(about.host),
  mode: ({ about }) => about.mode,
  level: ({ about }) => about.level,
  series: ({ about }) => about.series !== undefined && label(about.series),
  detail: ({ about }) => about.detail,
  amount: ({ about }) => about.amount,
  currency: ({ about }) => about.currency,
  documents: ({ about }) => about.documents,
  topics: ({ about }) => about.topics,
  sentences: ({ about }) => sentencesTold(about.sources).join(" | "),
  titles: ({ about }) => ofArticles(about.sources, 1),
  publishers: ({ about }) => ofArticles(about.sources, 2),
  published: ({ about }) => ofArticles(about.sources, 4),
  urls: ({ about }) => ofArticles(about.sources, 3),
  articles: ({ about }) => ofArticles(about.sources, 0),
  copies: ({ about }) => articlesOf(about.sources ?? []).filter((i) => articles[i][5]).map((i) => `${articles[i][0]} of ${articles[i][5]}`),
};

function saveTable() {
  save(new Blob([csv(factsInView())], { type: "text/csv;charset=utf-8" }), "csv");
}

/** Comma-separated values (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. */
function csv(facts) {
  const rows = [Object.keys(COLUMNS), ...facts.map((fact) => Object.values(COLUMNS).map((read) => read(fact)))];
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** What spreadsheets take for the beginning of a formula, as OWASP tells of CSV injection. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u;

/** A value in quotes; what a spreadsheet would run is text behind an apostrophe. */
function cell(value) {
  const text = [value].flat().filter((part) => part !== undefined && part !== false).join("; ").replace(/\0/g, "\ufffd");
  return `"${(FORMULA.test(text) && typeof value !== "number" ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function sentencesTold(refs) {
  return [...new Set((refs ?? []).map((ref) => sentences[numberOf(ref)][1]))].filter(Boolean);
}

/** One column of the articles that sources are of, each value once. */
function ofArticles(refs, column) {
  return [...new Set(articlesOf(refs ?? []).map((i) => articles[i][column]))].filter(Boolean);
}

// ---- paper

/** On paper the page is light, whatever the screen is. */
export function startPrint() {
  const lighten = (isPrinted) => {
    document.documentElement.classList.toggle("paper", isPrinted);
    repaint();
  };
  addEventListener("beforeprint", () => lighten(true));
  addEventListener("afterprint", () => lighten(false));
}
