// The map: countries and organizations where they stand, a line for each pair, and what is open around it.

import { surroundings } from "./around.js";
import { drawLand, landPath } from "./coast.js";
import { data, isPlace, lookOf, nodes, placeOf, words } from "./data.js";
import { placesTold, shownFacts } from "./facts.js";
import { drawLabels, labelAt, overlap, reservedSpot, symbolBox, wrapped } from "./labels.js";
import { aroundPlace, betweenPlaces } from "./orbit.js";
import { choose, chooseDyad, chooseNothing, current } from "./state.js";
import { filled, number, spanText } from "./text.js";

/** Symbols and lines on the map at once. */
const MOST = 1500;
/** Pixels on the screen: the smallest symbol as a share of its size, the reach of a click on a line, the margin of the whole. */
const [SMALLEST, REACH, MARGIN] = [0.62, 6, 28];
/** The closest that the whole is shown, and that is gone to on screens that are no wider than this. */
const [LARGEST, CLOSE, SMALL] = [1.25, 0.6, 500];

const graph = document.getElementById("graph");
const shapes = new vis.DataSet([]);
export const network = new vis.Network(graph, { nodes: shapes, edges: [] }, JSON.parse(data.options));

/** What is drawn: items by number, with x, y, size, lines of the label; lines with ends, width and whether they stand out. */
let items = new Map();
let lines = [];
let hovered = null;
let magnified = 1;
let viewIsTheirs = false;
let ink = colors();

// ---- what is drawn

/** Draw the shown facts: called after every change. */
export function drawMap(before) {
  const { open, chosen, layout } = current();
  if (layout !== before?.layout) fit();
  else if (String(open) !== String(before?.open ?? null)) goTo(open);
  const opened = surroundings(open, chosen);
  const { places: told, dyads } = shownFacts();
  const seen = new Map(told.slice(0, MOST / 2).map(({ node, count }) => [node.id, placeItem(node, count)]));
  for (const id of open ?? []) if (!seen.has(id)) seen.set(id, placeItem(nodes[id], 0));
  const room = MOST - seen.size - opened.members.length - opened.lines.length;
  const own = dyads.filter(({ ends }) => isOpen(ends, open));
  const kept = [...own, ...dyads.filter((dyad) => !own.includes(dyad))].filter(({ ends }) => ends.every((id) => seen.has(id))).slice(0, room);
  items = seen;
  lines = kept.map((dyad) => dyadLine(dyad, open));
  addSurroundings(opened);
  stress(open, chosen);
  paint();
  if (open && String(open) !== String(before?.open)) bringIntoView(open);
  tell(dyads.length - kept.length, opened.left);
}

function isOpen(ends, open) {
  return open !== null && (open.length === 2 ? ends.every((id) => open.includes(id)) : ends.includes(open[0]));
}

function placeItem(node, count) {
  const [x, y] = placeSpot(node.id);
  const size = Math.min(5 + 1.6 * Math.log2(1 + count), 16);
  return { id: node.id, x, y, size, lines: wrapped(node.label), bold: true, urgency: 0, pale: false };
}

function dyadLine(dyad, open) {
  const stands = isOpen(dyad.ends, open);
  return { key: dyad.key, ends: dyad.ends, width: widthOf(dyad.weight), stands, dyad, pale: open !== null && !stands };
}

/** Pixels on the screen; many lines of one pixel are drawn much faster than wider ones. */
function widthOf(weight) {
  const width = 0.4 + 0.55 * Math.log2(1 + weight);
  return width < 1.3 ? Math.min(width, 1) : Math.min(width, 4.5);
}

/** What is open around its country or between its two. */
function addSurroundings({ members, lines: ties }) {
  const known = new Map(members.map(({ id, home }) => [id, { id, home, ...shapeOf(nodes[id]) }]));
  const own = current().open?.map((id) => discOf(items.get(id))) ?? [];
  const isUpright = own.length === 2 && Math.abs(own[0].x - own[1].x) < 1.5 * Math.abs(own[0].y - own[1].y);
  const names = own.flatMap((disc) => {
    const item = items.get(disc.id);
    const { spot, discs } = reservedSpot({ ...item, ...disc }, isUpright ? ["right", "left"] : ["below", "above"], network.getScale(), viewBox());
    item.spot = spot;
    return discs;
  });
  const others = [...[...items.values()].filter(({ id }) => !own.some((disc) => disc.id === id)).map(discOf), ...names];
  const put = (group, spots) => group.forEach((member, i) => items.set(member.id, { ...member, ...spots[i], around: true }));
  const all = [...known.values()];
  if (own.length === 1 && all.length) put(all, aroundPlace(own[0], radii(all), others));
  if (own.length === 2 && all.length) {
    const [between, first, second] = [undefined, ...current().open].map((home) => all.filter((member) => member.home === home));
    const inTime = between.toReversed(); // they come latest first
    const spots = betweenPlaces(own[0], own[1], { meetings: radii(inTime), first: radii(first), second: radii(second) }, others);
    put(inTime, spots.meetings);
    put(first, spots.first);
    put(second, spots.second);
  }
  for (const [a, b] of ties) lines.push({ key: null, ends: [a, b], width: 0.8, stands: false, pale: false, around: true });
}

function shapeOf(node) {
  return { size: lookOf(node.kind).size, lines: captionOf(node), bold: false, urgency: 0, pale: false };
}

function discOf({ id, x, y, size }) {
  return { id, x, y, radius: size * magnified };
}

function radii(members) {
  return members.map(({ size }) => size * magnified);
}

/** A short name: a meeting's date, a ministry without its country. */
function captionOf(node) {
  if (node.kind === "meeting") return [spanText(node) || words.page.undated];
  const home = placeOf(node.id);
  const ending = home === undefined ? "" : `, ${nodes[home].label}`;
  return wrapped(ending && node.label.endsWith(ending) ? node.label.slice(0, -ending.length) : node.label);
}

/** What is chosen and what it is tied to stands out; the rest recedes. */
function stress(open, chosen) {
  if (!open && chosen === null) return;
  const core = chosen === null ? open : [chosen];
  const near = new Set([...core, ...(open ?? [])]);
  if (chosen === null) for (const item of items.values()) if (item.around) near.add(item.id);
  for (const line of lines) {
    line.stands = chosen === null ? line.stands : line.ends.includes(chosen);
    if (line.stands || (line.around && chosen === null)) line.ends.forEach((id) => near.add(id));
    line.pale = !line.stands && !(line.around && chosen === null);
  }
  if (chosen !== null) for (const id of partiesWith(chosen)) near.add(id);
  for (const item of items.values()) {
    item.pale = !near.has(item.id);
    item.urgency = core.includes(item.id) ? 2 : near.has(item.id) ? 1 : 0;
  }
}

/** The countries and organizations that a meeting, or whatever an official did, was between. */
function partiesWith(id) {
  return nodes[id].parties ?? (shownFacts().of.person.get(id) ?? []).flatMap((fact) => fact.parties);
}

function paint() {
  const wanted = [...items.values()].map((item) => {
    const { color, shape } = lookOf(nodes[item.id].kind);
    return {
      id: item.id, x: item.x, y: item.y, shape, size: item.size * magnified, opacity: item.pale ? 0.25 : 1, borderWidth: 1.2 * magnified,
      color: { background: color, border: ink.paper, hover: { background: color, border: ink.ink } },
    };
  });
  shapes.remove(shapes.getIds().filter((id) => !items.has(id)));
  shapes.update(wanted);
  network.redraw();
}

/** Draw all anew in the colors that the page has now. */
export function repaint() {
  ink = colors();
  paint();
}

/** Say what is not drawn, or that nothing is. */
function tell(pairs, left) {
  const notice = document.getElementById("notice");
  const { list, places: told } = shownFacts();
  const isEmpty = nodes.length > 0 && !list.length && !told.length;
  const parts = isEmpty ? [words.map.nothing, words.map.nothing_hint] : [];
  if (pairs > 0) parts.push(filled(words.map.most, { count: number(shownFacts().dyads.length - pairs) }));
  if (left > 0) parts.push(filled(words.map.rest, { count: number(left) }));
  notice.hidden = !parts.length;
  notice.className = isEmpty ? "empty" : "";
  notice.replaceChildren(...parts.map((part, i) => Object.assign(document.createElement(i || !isEmpty ? "span" : "strong"), { textContent: `${part} ` })));
}

// ---- drawing

const land = landPath(data.coast);

function drawBehind(context) {
  if (current().layout === "map") drawLand(context, land, ink, network.getScale());
  drawLines(context);
}

/** Lines under the symbols: thin and grey, those of what is chosen in the accent color. */
function drawLines(context) {
  const calm = Math.max(0.45, Math.min(1, 12 / Math.sqrt(lines.length)));
  const unit = 1 / network.getScale();
  const strokes = Map.groupBy(lines, (line) => `${line.stands},${line.pale},${line === hovered},${Math.round(line.width * 2)}`);
  for (const group of [...strokes.values()].sort((a, b) => Number(a[0].stands) - Number(b[0].stands))) {
    const [{ stands, pale, width }] = group;
    const own = stands || group[0] === hovered;
    const share = own ? Math.max(0.5, Math.min(1, 10 / group.length)) : pale ? 0.3 * calm : calm;
    context.strokeStyle = mixed(own ? ink.accent : ink.tie, ink.paper, share);
    context.lineWidth = width * unit;
    group.forEach((line) => strokeLine(context, line));
  }
}

/** So much of one color in another, as opaque colors are drawn faster. */
function mixed(color, other, share) {
  const [own, rest] = [color, other].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  return `rgb(${own.map((value, i) => Math.round(value * share + rest[i] * (1 - share))).join(" ")})`;
}

/** Each line is a path of its own: many that cross in one are drawn much slower. */
function strokeLine(context, { ends: [a, b] }) {
  context.beginPath();
  context.moveTo(items.get(a).x, items.get(a).y);
  context.lineTo(items.get(b).x, items.get(b).y);
  context.stroke();
}

function drawNames(context) {
  const urgent = (item) => (item.id === hovered ? 2 : item.urgency);
  const all = [...items.values()].map((item) => ({ ...item, radius: item.size * magnified, urgency: urgent(item) }));
  all.sort((a, b) => b.urgency - a.urgency || Number(isPlace(nodes[b.id])) - Number(isPlace(nodes[a.id])) || b.size - a.size || a.id - b.id);
  drawLabels(context, all, { scale: network.getScale(), view: viewBox(), ink: ink.ink, paper: ink.paper });
}

/** @returns {any} */
function colors() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["paper", "ink", "accent", "tie", "land", "coast"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** Seen from afar, symbols are drawn larger than the map, to be seen and hit. */
function sizeSymbols() {
  const wanted = Math.max(1, SMALLEST / network.getScale());
  if (Math.abs(wanted / magnified - 1) < 0.08) return;
  magnified = wanted;
  paint();
}

// ---- the view

/** The part of the map that is on the screen. */
function viewBox() {
  const start = network.DOMtoCanvas({ x: 0, y: 0 });
  const end = network.DOMtoCanvas({ x: graph.clientWidth, y: graph.clientHeight });
  return { left: start.x, right: end.x, top: start.y, bottom: end.y };
}

/** All countries and organizations of which something is told, as large as the window allows, whatever is filtered. */
export function fit() {
  const spots = placesTold().map(({ id }) => placeSpot(id));
  if (!spots.length) return;
  const [left, right] = extent(spots.map(([x]) => x));
  const [top, bottom] = extent(spots.map(([, y]) => y));
  const scale = Math.min((graph.clientWidth - 4 * MARGIN) / (right - left || 1), (graph.clientHeight - 3 * MARGIN) / (bottom - top || 1), LARGEST);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05) });
  viewIsTheirs = false;
  sizeSymbols();
}

function refit() {
  if (viewIsTheirs) return;
  fit();
  goTo(current().open);
}

function extent(values) {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}

/** On a small screen go near to what is opened, and back to the whole; on others nothing need move. */
function goTo(open) {
  if (viewIsTheirs || graph.clientWidth > SMALL || !graph.clientWidth) return;
  if (!open) return fit();
  const spots = open.map(placeSpot);
  const [[left, right], [top, bottom]] = [0, 1].map((axis) => extent(spots.map((spot) => spot[axis])));
  const room = graph.clientWidth - 6 * MARGIN;
  const scale = Math.min(CLOSE, room / (right - left || 1), room / (bottom - top || 1));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, network.getScale()) });
  sizeSymbols();
}

function placeSpot(id) {
  return current().layout === "ties" ? nodes[id].tied : nodes[id].at;
}

/** Move the view only if what was chosen is not in it. */
function bringIntoView(ids) {
  const view = viewBox();
  const hidden = ids.map((id) => items.get(id)).find((item) => item && !overlap(symbolBox({ ...item, radius: item.size }), view));
  if (hidden) network.moveTo({ position: { x: hidden.x, y: hidden.y } });
}

// ---- pointing

/** The line nearest to a point of the map, within reach; of those that lie on one another, the busiest. */
export function lineAt({ x, y }) {
  const pixel = 1 / network.getScale();
  let [found, nearest] = [null, (REACH + 1) * pixel];
  for (const line of lines) {
    if (line.around) continue;
    const away = distance(x, y, items.get(line.ends[0]), items.get(line.ends[1]));
    if (away < nearest - pixel) [found, nearest] = [line, away];
  }
  return found;
}

function distance(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}

function click({ nodes: [node], pointer }) {
  const id = node ?? labelAt(pointer.canvas);
  const line = id === undefined ? lineAt(pointer.canvas) : null;
  if (id !== undefined) choose(id);
  else if (line) chooseDyad(...line.ends);
  else chooseNothing();
}

/** Where a node is drawn, in the pixels of the map; undefined if it is not. */
export function spotOf(id) {
  const item = items.get(id);
  return item && { x: item.x, y: item.y, radius: item.size * magnified };
}

/** What is drawn now: the numbers of the symbols, and how many lines. */
export function drawn() {
  return { symbols: [...items.keys()], lines: lines.length };
}

function hover(thing) {
  if (thing === hovered) return;
  hovered = thing;
  graph.style.cursor = thing === null ? "" : "pointer";
  graph.title = thing?.dyad ? thing.ends.map((id) => nodes[id].label).join(" – ") : "";
  network.redraw();
}

function point({ offsetX, offsetY, buttons }) {
  if (buttons) return;
  const at = { x: offsetX, y: offsetY };
  const canvas = network.DOMtoCanvas(at);
  hover(network.getNodeAt(at) ?? labelAt(canvas) ?? lineAt(canvas));
}

// ---- keyboard: arrows from one place to the next in their direction

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function press(event) {
  const direction = ARROWS[event.key];
  if (direction) {
    event.preventDefault();
    stepTo(nextIn(direction));
  } else if (event.key === "Enter" && typeof hovered === "number") choose(hovered);
}

function nextIn([dx, dy]) {
  const from = items.get(typeof hovered === "number" ? hovered : (current().chosen ?? current().open?.[0]));
  if (!from) return shownFacts().places[0]?.node.id;
  let [found, least] = [from.id, Infinity];
  for (const { id, x, y } of items.values()) {
    const [along, across] = [(x - from.x) * dx + (y - from.y) * dy, Math.abs((x - from.x) * dy - (y - from.y) * dx)];
    const cost = along + 2 * across;
    if (id !== from.id && along > across * 0.5 && cost < least) [found, least] = [id, cost];
  }
  return found;
}

function stepTo(id) {
  if (id === undefined || !items.has(id)) return;
  hover(id);
  bringIntoView([id]);
  graph.setAttribute("aria-label", nodes[id].label);
}

// ---- start

export function startMap() {
  graph.tabIndex = 0;
  graph.setAttribute("role", "application");
  graph.setAttribute("aria-label", words.map.graph);
  graph.addEventListener("keydown", press);
  graph.addEventListener("blur", () => {
    hover(null);
    graph.setAttribute("aria-label", words.map.graph);
  });
  graph.querySelector("div").tabIndex = -1;
  graph.addEventListener("pointermove", point);
  graph.addEventListener("pointerleave", () => hover(null));
  network.on("beforeDrawing", drawBehind);
  network.on("afterDrawing", drawNames);
  network.on("click", click);
  network.on("zoom", () => {
    viewIsTheirs = true;
    sizeSymbols();
  });
  network.on("dragEnd", () => (viewIsTheirs = true));
  network.on("resize", () => queueMicrotask(refit)); // after vis-network has scaled the view by itself
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  fit();
}
