// What is chosen and filtered, kept in the address of the page so that it can be sent and gone back to.

import { nodes, nodeWith, placeOf, places, placeWith } from "./data.js";
import { pairsOf } from "./pairs.js";

/**
 * @typedef {{ since: string, until: string, undated: boolean, off: readonly string[], status: string, level: string, topic: string,
 *   among: string, open: number[] | null, chosen: number | null, layout: string, table: boolean }} State
 */

/**
 * `open` is the country or organization, or the two, whose officials, ministries and meetings are drawn; `chosen` is what the panel
 * tells of if it is none of these. `off` are the kinds of nodes and facts left out; the other filters are "" where all pass.
 */
const ALL = Object.freeze({ since: "", until: "", undated: true, off: Object.freeze([]), status: "", level: "", topic: "", among: "" });
/** @type {Readonly<State>} */
const START = Object.freeze({ ...ALL, open: null, chosen: null, layout: "map", table: false });
const FILTERS = Object.keys(ALL);

let state = START;
const listeners = [];

export function current() {
  return state;
}

/** Have a function called after each change, with what was before. */
export function onChange(listener) {
  listeners.push(listener);
}

/** Change part of the state; `lasting` changes can be gone back from. */
export function change(part, { lasting = false } = {}) {
  become({ ...state, ...part });
  remember(lasting);
}

function become(next) {
  const before = state;
  state = Object.freeze(next);
  for (const listener of listeners) listener(before);
}

// ---- choosing

/** Choose a node: a country or organization is opened, anything else is told of where it belongs. */
export function choose(id) {
  if (places[0] && placeOf(id) === id) return change({ open: [id], chosen: null }, { lasting: true });
  change({ open: isAround(id, state.open) ? state.open : homeOf(id), chosen: id }, { lasting: true });
}

export function chooseDyad(a, b) {
  change({ open: a < b ? [a, b] : [b, a], chosen: null }, { lasting: true });
}

export function chooseNothing() {
  change({ open: null, chosen: null }, { lasting: true });
}

/** One step back out: from a meeting to the two who met, from these to the overview. */
export function stepOut() {
  if (state.chosen !== null && state.open) change({ chosen: null }, { lasting: true });
  else if (state.chosen !== null || state.open) chooseNothing();
}

/** Whether a node is drawn around what is open. */
export function isAround(id, open) {
  return open !== null && open.every((place) => placesOf(id).includes(place)) || (open?.length === 2 && open.includes(placeOf(id)));
}

/** The countries and organizations that a node has to do with. */
function placesOf(id) {
  const node = nodes[id];
  if (node.kind === "meeting") return [...(node.parties ?? []), ...(node.host === undefined ? [] : [node.host])];
  const home = placeOf(id);
  return home === undefined ? [] : [home];
}

/** Where a node is told of: a meeting between the two who met, an official or ministry at its country. */
function homeOf(id) {
  const node = nodes[id];
  if (node.kind === "meeting") {
    const [pair] = pairsOf(node);
    const place = node.host ?? node.parties?.[0];
    return pair ?? (place === undefined ? null : [place]);
  }
  const home = placeOf(id);
  return home === undefined ? null : [home];
}

// ---- filtering

export function isFiltered() {
  return FILTERS.some((name) => String(state[name]) !== String(ALL[name]));
}

export function showAll() {
  change(ALL);
}

export function isOff(kind) {
  return state.off.includes(kind);
}

// ---- the address

/** The state as a fragment of an address: what is chosen, then what differs from the start. */
export function fragment() {
  const { open, chosen } = state;
  const parts = [];
  if (open?.length === 2) parts.push(["dyad", open.map((id) => nodes[id].code ?? nodes[id].key).join("-")]);
  else if (open && (chosen === null || String(open) !== String(homeOf(chosen)))) parts.push(addressOf(open[0]));
  if (chosen !== null) parts.push(addressOf(chosen));
  for (const name of ["since", "until", "status", "level", "topic", "among"]) if (state[name]) parts.push([name, state[name]]);
  if (!state.undated) parts.push(["undated", "no"]);
  if (state.off.length) parts.push(["without", state.off.join(",")]);
  if (state.layout !== START.layout) parts.push(["layout", state.layout]);
  if (state.table) parts.push(["view", "table"]);
  return parts.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
}

function addressOf(id) {
  const { kind, key } = nodes[id];
  const isOwn = ADDRESSED.includes(kind) && key.startsWith(`${kind}:`);
  return isOwn ? [kind, key.slice(kind.length + 1)] : ["node", key];
}

const ADDRESSED = ["country", "organization", "ministry", "official", "meeting", "series"];

function encoded(text) {
  return encodeURIComponent(text.toWellFormed?.() ?? text).replace(/%(2F|3A|2C|2B)/g, decodeURIComponent);
}

function readFragment(text) {
  const told = new Map(text.split("&").map((part) => part.split("=")).filter((part) => part.length === 2).map((pair) => pair.map(decoded)));
  const day = (name) => (/^\d{4}(-\d{2}){0,2}$/.test(told.get(name) ?? "") ? told.get(name) : "");
  const value = (name) => told.get(name) ?? "";
  return {
    ...START,
    ...readChoice(told),
    since: day("since"), until: day("until"), undated: told.get("undated") !== "no",
    off: value("without").split(",").filter(Boolean),
    status: value("status"), level: value("level"), topic: value("topic"), among: value("among"),
    layout: told.get("layout") === "ties" ? "ties" : "map",
    table: told.get("view") === "table",
  };
}

function readChoice(told) {
  const found = [...ADDRESSED.map((kind) => nodeWith(`${kind}:${told.get(kind)}`)), nodeWith(told.get("node"))];
  const chosen = found.filter((id) => id !== undefined);
  const opened = chosen.find((id) => placeOf(id) === id);
  const inside = chosen.find((id) => id !== opened);
  const open = readDyad(told.get("dyad")) ?? (opened === undefined ? null : [opened]);
  return inside === undefined ? { open, chosen: null } : { open: open ?? homeOf(inside), chosen: inside };
}

function readDyad(text) {
  for (let at = text?.indexOf("-") ?? -1; at >= 0; at = text.indexOf("-", at + 1)) {
    const pair = [text.slice(0, at), text.slice(at + 1)].map((code) => placeWith(code) ?? nodeWith(code));
    if (pair[0] !== pair[1] && pair.every((id) => id !== undefined && placeOf(id) === id)) return pair.sort((a, b) => a - b);
  }
  return null;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function remember(lasting) {
  const address = `#${fragment()}`;
  if (address === (location.hash || "#")) return;
  try {
    history[lasting ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // a page in a frame without an address of its own keeps its state all the same
  }
}

/** Take the state from the address, now and whenever the reader goes back or forward. */
export function followAddress() {
  const read = () => become(readFragment(location.hash.slice(1)));
  addEventListener("popstate", read);
  read();
}
