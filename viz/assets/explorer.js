// @ts-check
// Draws the graph with vis-network and tells, in the panel, what each symbol and line rests on.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const { words, articles, sentences } = data;
const panel = document.getElementById("panel");
const nodes = new vis.DataSet(data.nodes);
const ties = new vis.DataSet(data.edges);
// `network` is global, as in pyvis's own pages.
var network = new vis.Network(document.getElementById("graph"), { nodes, edges: ties }, JSON.parse(data.options));

const tiesOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const tie of data.edges) {
  tiesOf.get(tie.from).push(tie);
  if (tie.to !== tie.from) tiesOf.get(tie.to).push(tie);
}
const labelOfCode = new Map(data.nodes.filter((node) => node.about.code).map((node) => [node.about.code, node.about.label]));
const bearerOf = new Map(articles.map(([id, title, publisher]) => [id, publisher || title]));
const busiestFirst = [...data.nodes].sort((a, b) => isPlace(b) - isPlace(a) || b.size - a.size || a.id - b.id);

/** Beyond SMALL symbols and lines, only countries, organizations and what is chosen are drawn, with NEAR lines at most. */
const [SMALL, NEAR] = [300, 400];
const isWhole = data.nodes.length + data.edges.length <= SMALL;

/** Labels: font size in pixels, line height; the fitted view: margin in pixels, largest scale; symbols: smallest scale. */
const [LABEL, LINE, MARGIN, LARGEST, SMALLEST] = [13, 1.2, 16, 1.25, isWhole ? 0.6 : 0.45];

/** What stands out: the node or tie chosen, with its nodes and ties; null while nothing is chosen. */
let chosen = null;
let hovered = null;
let viewIsTheirs = false;
let magnified = 1;
let labelBoxes = [];

// ---- Choosing

function chooseNode(id) {
  const own = tiesOf.get(id).slice(0, NEAR);
  show({
    nodes: new Set([id, ...own.map((tie) => otherEnd(tie, id))]),
    ties: new Set(own.map((tie) => tie.id)),
    named: new Set([id]),
  });
  fillPanel(...nodePanel(data.nodes[id]));
}

function chooseTie(id) {
  const tie = data.edges[id];
  const ends = new Set([tie.from, tie.to]);
  show({ nodes: ends, ties: new Set([id]), named: ends });
  fillPanel(...tiePanel(tie));
}

function chooseNothing() {
  show(null);
  fillPanel(...overviewPanel());
}

function otherEnd(tie, id) {
  return tie.from === id ? tie.to : tie.from;
}

// ---- Drawing

function show(choice) {
  chosen = choice;
  paint();
  if (chosen) bringIntoView(chosen.named);
}

function isDrawn(node) {
  return isWhole || isPlace(node) || (chosen !== null && chosen.nodes.has(node.id));
}

/** Lines between what is chosen and what is not would be too many. */
function isTieDrawn(tie) {
  return isWhole || (chosen !== null && chosen.ties.has(tie.id)) || (isPlace(data.nodes[tie.from]) && isPlace(data.nodes[tie.to]));
}

/** Colors by theme and choice: what is chosen stands out, the rest recedes. */
function paint() {
  const ink = colors();
  // Of many lines each is paler, so that labels stay readable.
  const calm = Math.max(0.5, Math.min(1, 150 / data.edges.filter(isTieDrawn).length));
  ties.update(data.edges.map((tie) => {
    const own = chosen && chosen.ties.has(tie.id);
    const color = own ? ink.accent : chosen || !tie.facts.some((fact) => fact.event) ? ink.faint : ink.tie;
    const opacity = own ? 1 : chosen ? 0.5 * calm : calm;
    const width = magnified * (own ? tie.width + 0.6 : tie.width);
    return { id: tie.id, hidden: !isTieDrawn(tie), color: { color, hover: ink.accent, opacity }, width };
  }));
  nodes.update(data.nodes.map((node) => ({
    id: node.id,
    hidden: !isDrawn(node),
    color: { background: node.color, border: ink.paper, hover: { background: node.color, border: ink.ink } },
    opacity: recedes(node.id) ? 0.22 : 1,
    borderWidth: 1.5,
  })));
}

/** Seen from afar, symbols (and lines, when next painted) are drawn larger than the map, to be seen and hit. */
function sizeSymbols() {
  const wanted = Math.max(1, SMALLEST / network.getScale());
  if (wanted === magnified) return;
  magnified = wanted;
  nodes.update(data.nodes.map((node) => ({ id: node.id, size: radius(node) })));
}

function radius(node) {
  return node.size * magnified;
}

function recedes(id) {
  return chosen !== null && !chosen.nodes.has(id);
}

function colors() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["paper", "ink", "accent", "tie", "faint"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/**
 * Labels of one size at every zoom: the chosen first, then the busiest, none on another.
 * None on a symbol either, unless a country or organization would go without its name.
 */
function drawLabels(context) {
  const ink = colors();
  const size = LABEL / network.getScale();
  const symbols = data.nodes.filter(isDrawn).map(symbolBox);
  const placeSymbols = data.nodes.filter(isPlace).map(symbolBox);
  const view = viewBox();
  labelBoxes = [];
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 0.3 * size;
  context.strokeStyle = ink.paper;
  context.fillStyle = ink.ink;
  for (const node of busiestFirst.filter(isDrawn).sort((a, b) => urgency(b) - urgency(a))) {
    const places = labelPlaces(context, node, size);
    const clearOf = (others) => places.find((box) => within(box, view) && !clashes(box, others) && !clashes(box, labelBoxes));
    const box = clearOf(symbols) || (isPlace(node) && clearOf(placeSymbols)) || (urgency(node) === 2 && (places.find((box) => within(box, view)) || places[0]));
    if (!box) continue;
    labelBoxes.push(box);
    context.globalAlpha = recedes(node.id) ? 0.3 : 1;
    node.about.caption.forEach((line, i) => {
      const [x, y] = [(box.left + box.right) / 2, box.top + i * size * LINE];
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
  context.globalAlpha = 1;
}

function urgency(node) {
  if (node.id === hovered || (chosen && chosen.named.has(node.id))) return 2;
  return chosen && chosen.nodes.has(node.id) ? 1 : 0;
}

function isPlace(node) {
  return node.about.kind === "country" || node.about.kind === "organization";
}

function symbolBox(node) {
  const { x, y } = network.getPosition(node.id);
  const reach = radius(node);
  return { id: node.id, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** Where a label may stand: best below its symbol, else beside or above it. Sets the font to draw it in. */
function labelPlaces(context, node, size) {
  const { x, y } = network.getPosition(node.id);
  context.font = `${isPlace(node) ? 600 : 400} ${size}px system-ui, sans-serif`;
  const width = Math.max(...node.about.caption.map((line) => context.measureText(line).width), 0);
  const height = node.about.caption.length * size * LINE;
  const away = radius(node) + 0.3 * size;
  const at = (left, top) => ({ id: node.id, left, right: left + width, top, bottom: top + height });
  const [left, center, right] = [x - away - width, x - width / 2, x + away];
  const [above, middle, below] = [y - away - height, y - height / 2, y + away];
  return [
    at(center, below), at(right, middle), at(left, middle), at(center, above),
    at(right, below - away), at(left, below - away), at(right, above + away), at(left, above + away),
  ];
}

/** The part of the map that is on the screen. */
function viewBox() {
  const { clientWidth, clientHeight } = document.getElementById("graph");
  const start = network.DOMtoCanvas({ x: 0, y: 0 });
  const end = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { left: start.x, right: end.x, top: start.y, bottom: end.y };
}

function within(box, outer) {
  return box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;
}

function clashes(box, others) {
  return others.some((other) => other.id !== box.id && overlap(box, other));
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The whole graph with its labels, as large as the window allows. */
function fit() {
  if (!data.nodes.length) return;
  const context = document.createElement("canvas").getContext("2d");
  const { clientWidth, clientHeight } = document.getElementById("graph");
  let scale = 1;
  let position = { x: 0, y: 0 };
  for (const _ of [1, 2, 3]) { // labels keep their size on the screen, so the smaller the scale the more of the map they take
    const labels = data.nodes.filter(isDrawn).map((node) => labelPlaces(context, node, LABEL / scale)[0]);
    const boxes = [...data.nodes.map(symbolBox), ...labels];
    const [left, right] = [least(boxes, "left"), -least(boxes, "right", -1)];
    const [top, bottom] = [least(boxes, "top"), -least(boxes, "bottom", -1)];
    position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    scale = Math.min((clientWidth - 2 * MARGIN) / (right - left), (clientHeight - 2 * MARGIN) / (bottom - top), LARGEST);
  }
  network.moveTo({ position, scale: Math.max(scale, 0.01) });
  sizeSymbols();
}

function least(boxes, side, sign = 1) {
  return boxes.reduce((found, box) => Math.min(found, sign * box[side]), Infinity);
}

function bringIntoView(ids) {
  const view = viewBox();
  const hidden = data.nodes.find((node) => ids.has(node.id) && !overlap(symbolBox(node), view));
  if (hidden) network.moveTo({ position: network.getPosition(hidden.id) });
}

// ---- The panel

/** An element with attributes and children; text goes in as text, never as markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") made.addEventListener("click", value);
    else made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

function fillPanel(...children) {
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(...children.flat().filter((child) => child !== null));
  panel.scrollTop = 0;
  if (hadFocus) panel.querySelector("h2").focus();
}

function heading(...children) {
  return element("h2", { tabindex: "-1" }, ...children);
}

function button(text, onclick) {
  return element("button", { type: "button", onclick }, text);
}

function backButton() {
  return element("button", { type: "button", class: "back", onclick: chooseNothing }, `← ${words.page.back}`);
}

function overviewPanel() {
  if (!data.nodes.length) return [heading(words.page.empty)];
  const hint = element("p", { class: "muted" }, isWhole ? words.page.hint : words.page.hint_to_part);
  const lists = element("div", {}, ...kindLists(""));
  const search = element("input", { type: "search", placeholder: words.page.search, "aria-label": words.page.search });
  search.addEventListener("input", () => lists.replaceChildren(...kindLists(search.value)));
  return [heading(words.page.overview), hint, search, lists];
}

/** A list for each kind of what is called so; the meetings are open, or all where something is searched for. */
function kindLists(called) {
  const letters = bareLetters(called);
  const found = data.nodes.filter((node) => namesOf(node).some((name) => bareLetters(name).includes(letters)));
  if (!found.length) return [element("p", { class: "muted" }, words.page.not_found)];
  const kinds = new Set(["meeting", "official", ...found.map((node) => node.about.kind)]);
  return [...kinds].map((kind) => kindList(kind, found.filter((node) => node.about.kind === kind), letters || kind === "meeting"))
    .filter((list) => list !== null);
}

function kindList(kind, members, open) {
  if (!members.length) return null;
  const rows = [...members].sort((a, b) => newestFirst(a.about, b.about) || a.about.label.localeCompare(b.about.label, "en"));
  const count = element("span", { class: "muted" }, members.length.toLocaleString("en"));
  const list = element("details", open ? { open: "" } : {}, element("summary", {}, titleOf(kind), " ", count));
  list.append(...inPortions(rows, "rows", (node) =>
    element("li", {}, nodeButton(node.id), shortNote(node.about.details))));
  return list;
}

function namesOf({ about }) {
  return [about.label, about.code, about.details.name, about.details.spellings].flat().filter(Boolean).map(String);
}

/** Letters and digits alone, without accents: "Kim Seon-ho" and "kim seon ho" are alike. */
function bareLetters(text) {
  return text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function nodePanel(node) {
  const { about } = node;
  const sources = [element("h3", {}, isPlace(node) ? words.page.mentioned : words.page.sources), sourceList(about.sources)];
  const connections = connectionLists(node);
  const isEvent = about.kind === "meeting" || about.kind === "series";
  return [
    backButton(),
    element("p", { class: "muted" }, kindName(about.kind, 1)),
    heading(about.label),
    detailList(about.details),
    ...(isEvent ? [...sources, ...connections] : [...connections, ...sources]),
  ];
}

/** What a node is tied to, kind by kind, countries and organizations being one kind. */
function connectionLists(node) {
  const ends = tiesOf.get(node.id).map((tie) => ({ tie, other: data.nodes[otherEnd(tie, node.id)] }));
  const groups = Map.groupBy(ends, ({ other }) => (isPlace(other) ? "place" : other.about.kind));
  const first = node.about.kind === "official" ? ["meeting", "official", "place"] : ["place", "meeting", "official"];
  const kinds = new Set([...first, ...groups.keys()]);
  return [...kinds].filter((kind) => groups.has(kind)).flatMap((kind) => [
    element("h3", {}, kind === "place" ? words.page.places : titleOf(kind)),
    ...inPortions(groups.get(kind).sort((a, b) => newestFirst(a.other.about, b.other.about)), "rows", connectionRow),
  ]);
}

/** Where something happened between the two, it leads to that; otherwise to the other. */
function connectionRow({ tie, other }) {
  const happened = [...new Set(tie.facts.filter((fact) => fact.event).map((fact) => fact.label))].join(", ");
  const { label, details } = other.about;
  return element("li", {},
    happened ? button(label, () => chooseTie(tie.id)) : nodeButton(other.id),
    happened ? element("span", { class: "muted" }, happened) : shortNote(details));
}

function tiePanel(tie) {
  const metFirst = (a, b) => (b.kind === "met") - (a.kind === "met");
  const facts = [...tie.facts].sort((a, b) => newestFirst(a, b) || metFirst(a, b) || a.label.localeCompare(b.label, "en"));
  const groups = Map.groupBy(facts, ({ details, sources }) => JSON.stringify([details.date, sources]));
  const ends = heading(nodeButton(tie.from), " – ", nodeButton(tie.to));
  return [backButton(), ends, ...inPortions([...groups.values()], "facts", factsItem)];
}

/** Facts of one day that rest on the same sentences. */
function factsItem(facts) {
  return element("li", { class: "fact" }, ...facts.flatMap(factRows), sourceList(facts[0].sources));
}

function factRows(fact) {
  const undated = fact.event ? element("span", { class: "muted" }, words.page.undated) : null;
  return [
    element("h3", {}, element("span", {}, factTitle(fact)), dateSpan(fact.details) || undated),
    fact.meeting === null ? null : nodeButton(fact.meeting),
    detailList(fact.details, "date"),
  ];
}

/** "met", or with a direction "South Korea aided Viet Nam". */
function factTitle(fact) {
  return fact.symmetric ? fact.label : `${data.nodes[fact.from].about.label} ${fact.label} ${data.nodes[fact.to].about.label}`;
}

function nodeButton(id) {
  return button(data.nodes[id].about.label, () => chooseNode(id));
}

/** The day of a meeting, and whether it was held; the office of an official. */
function shortNote({ status, role, ...details }) {
  const [date, other] = [dateSpan(details), status && status !== "held" ? plainWord(status) : role];
  if (!date || !other) return date || (other ? element("span", { class: "muted" }, other) : null);
  return element("span", { class: "muted" }, `${other}, `, date);
}

function detailList(details, ...hidden) {
  if (details.sides) hidden.push("parties");
  if (details.date) hidden.push("reported");
  if (String(details.documents) === details.detail) hidden.push("documents");
  const told = Object.keys(words.details).filter((name) => Object.hasOwn(details, name) && !hidden.includes(name));
  const rows = told.flatMap((name) => [element("dt", {}, words.details[name]), ...detailValues(name, details)]);
  return rows.length ? element("dl", {}, ...rows) : null;
}

function detailValues(name, details) {
  if (name === "sides") return [details.sides].flat().map((side) => element("dd", {}, listText(side)));
  const inferred = [details.inferred].flat().includes(name) ? element("span", { class: "muted" }, ` (${words.page.inferred})`) : "";
  return [element("dd", {}, name === "date" ? dateSpan(details) : valueText(name, details), inferred)];
}

function valueText(name, details) {
  const value = details[name];
  if (name === "amount") return [details.currency, Number(value).toLocaleString("en")].filter(Boolean).join(" ");
  if (name === "since" || name === "skipped" || name === "reported") return [value].flat().map(dateText).join(", ");
  return listText(value);
}

function listText(value) {
  return [value].flat().map(plainWord).join(", ");
}

/** A code as its country's name, an identifier as words, anything else as it is. */
function plainWord(value) {
  const text = String(value);
  if (labelOfCode.has(text)) return labelOfCode.get(text);
  if (Object.hasOwn(words.values, text)) return words.values[text];
  return /^[a-z]+(_[a-z]+)+$/i.test(text) ? text.replaceAll("_", " ") : text;
}

function titleOf(kind) {
  const name = kindName(kind, 2);
  return name[0].toUpperCase() + name.slice(1);
}

function kindName(kind, count) {
  return Object.hasOwn(words.kinds, kind) ? words.kinds[kind][count === 1 ? 0 : 1] : kind;
}

function sourceList(numbers) {
  if (!numbers.length) return element("p", { class: "muted" }, words.page.no_sources);
  return element("div", {}, ...inPortions(numbers, "sources", (number) => element("li", {}, sourceFigure(sentences[number]))));
}

function sourceFigure([number, sentence]) {
  const [id, title, publisher, url, published, original] = articles[number];
  const name = title || id || words.page.article;
  const address = webAddress(url);
  return element("figure", {},
    sentence ? element("blockquote", {}, sentence) : null,
    element("figcaption", {},
      address ? element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, name) : name,
      publisher ? `, ${publisher}` : "",
      published ? ", " : "",
      published ? time(published) : "",
      original === null ? "" : ` (${words.page.copy} ${bearerOf.get(original) || original})`));
}

/** The address if it is one of the web; others (javascript:, data:, file:) are no links. */
function webAddress(url) {
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}

/** A list of the first items, with a button for the next ones, so that no panel grows without end. */
function inPortions(items, name, build, portion = 50) {
  const list = element("ul", { class: name }, ...items.slice(0, portion).map(build));
  if (items.length <= portion) return items.length ? [list] : [];
  let shown = portion;
  const more = button("", () => {
    list.append(...items.slice(shown, (shown += portion)).map(build));
    label();
  });
  const label = () => {
    more.hidden = shown >= items.length;
    more.textContent = words.page.more.replace("{count}", String(Math.min(portion, items.length - shown)));
  };
  label();
  return [list, more];
}

// ---- Dates

function newestFirst(a, b) {
  const [first, second] = [a.details.date || "", b.details.date || ""];
  return first < second ? 1 : first > second ? -1 : 0;
}

function dateSpan({ date, end }) {
  if (!date) return null;
  if (!end || end === date) return time(date);
  const sameMonth = date.length === 10 && end.length === 10 && date.slice(0, 7) === end.slice(0, 7);
  const from = sameMonth ? String(Number(date.slice(8))) : dateText(date);
  return element("time", { datetime: date, title: `${date}/${end}` }, `${from}–${dateText(end)}`);
}

function time(iso) {
  return element("time", { datetime: iso, title: iso }, dateText(iso));
}

/** "23 Apr 2024", "Apr 2024" or "2024", as precise as the ISO date; anything else as it is. */
function dateText(iso) {
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(iso);
  if (!parts) return String(iso);
  const [, year, month, day] = parts;
  return [day && String(Number(day)), month && words.dates.months[Number(month) - 1], year].filter(Boolean).join(" ");
}

// ---- Start

network.on("afterDrawing", drawLabels);
network.on("click", ({ nodes: [node], edges: [tie], pointer }) => {
  const labelled = labelAt(pointer.canvas);
  if (node !== undefined) chooseNode(node);
  else if (labelled !== undefined) chooseNode(labelled);
  else if (tie !== undefined) chooseTie(tie);
  else chooseNothing();
});
network.on("hoverNode", ({ node }) => hover(node));
network.on("blurNode", () => hover(null));
network.on("hoverEdge", () => cursor("pointer"));
network.on("blurEdge", () => cursor(""));
network.on("zoom", () => {
  viewIsTheirs = true;
  sizeSymbols();
});
network.on("dragEnd", () => (viewIsTheirs = true));
network.on("resize", () => viewIsTheirs || fit());
document.addEventListener("keydown", (event) => event.key === "Escape" && chooseNothing());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

function labelAt({ x, y }) {
  return labelBoxes.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
}

function hover(id) {
  hovered = id;
  cursor(id === null ? "" : "pointer");
  network.redraw();
}

function cursor(shape) {
  document.getElementById("graph").style.cursor = shape;
}

document.querySelector("#graph .vis-network").tabIndex = -1; // all that the graph offers, the panel offers to the keyboard
fit();
chooseNothing();
