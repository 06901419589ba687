// Time: how many facts there were in each month or year, and the period chosen on it.

import { words } from "./data.js";
import { element, muted, svg } from "./dom.js";
import { allFacts, facetFacts, shownFacts } from "./facts.js";
import { change, current } from "./state.js";
import { dateText, filled, number } from "./text.js";

/** Up to so many months are told apart; beyond, years. */
const MONTHS = 84;
/** So few months have their own names on the axis. */
const FEW = 30;
/** The share of facts that may lie before the first month or year. */
const EARLY = 0.02;
const [WIDTH, HEIGHT] = [1000, 44];

const dated = allFacts().filter((fact) => fact.about.days);
const units = unitsOf(dated.map((fact) => fact.about.days[0]));
const isMonthly = units[0]?.length === 7;

/** Months or years without a gap, as "2021-09" or "2021"; the first stands also for the few facts before it. */
function unitsOf(days) {
  if (!days.length) return [];
  const ordered = [...days].sort();
  const [first, last] = [ordered[Math.floor(EARLY * days.length)], ordered.at(-1)];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(4, "0"));
  const months = years.flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`));
  const told = months.filter((month) => month >= first.slice(0, 7) && month <= last.slice(0, 7));
  return told.length <= MONTHS ? told : years;
}

let parts = null;

export function startTime() {
  const box = document.getElementById("time");
  if (!units.length) return box.append(element("p", { class: "muted" }, words.time.none));
  const title = filled(words.time.meetings, { unit: isMonthly ? words.time.month : words.time.year });
  const bars = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": title });
  const brush = element("div", { class: "brush" });
  const [start, end] = ["since", "until"].map((name) => handle(name));
  const track = element("div", { class: "track" }, bars, brush, start, end);
  const said = element("output", { class: "period" });
  const undated = element("input", { type: "checkbox", onchange: () => change({ undated: undated.checked }) });
  const count = element("span");
  box.append(
    element("div", { class: "timehead" }, said, document.getElementById("filtered"), element("label", {}, undated, count)),
    track,
    element("div", { class: "axis", "aria-hidden": "true" }, ...axis()));
  parts = { bars, brush, start, end, said, undated, count, track };
  dragging(track);
}

/** A grip at one end of the period, moved by arrows, Home and End too. */
function handle(name) {
  return element("div", {
    class: `handle ${name}`, role: "slider", tabindex: "0", "aria-label": words.time[name], "aria-valuemin": "0",
    "aria-valuemax": String(units.length - 1), onkeydown: (event) => press(event, name),
  });
}

function axis() {
  return marks().map((unit) => {
    const isShort = isMonthly && units.length <= FEW;
    const mark = element("span", {}, isShort ? dateText(unit) : unit.slice(0, 4));
    mark.style.left = `${(100 * units.indexOf(unit)) / units.length}%`;
    return mark;
  });
}

/** Of few months some, of more each January, of years the round ones. */
function marks() {
  if (isMonthly && units.length <= FEW) return units.filter((_, i) => i % Math.ceil(units.length / 3) === 0);
  if (isMonthly) return units.filter((unit) => unit.endsWith("-01"));
  const step = [1, 2, 5, 10, 20, 50].find((years) => units.length / years <= 8) ?? 100;
  return units.filter((unit) => Number(unit) % step === 0);
}

/** Show how many there are and which period is chosen; called after every change. */
export function drawTime() {
  if (!parts) return;
  const facts = facetFacts();
  const [from, to] = period();
  drawBars(counts(facts), from, to);
  const [left, right] = [(100 * from) / units.length, (100 * (to + 1)) / units.length];
  Object.assign(parts.brush.style, { left: `${left}%`, width: `${right - left}%` });
  parts.start.style.left = `${left}%`;
  parts.end.style.left = `${right}%`;
  for (const [grip, at] of [[parts.start, from], [parts.end, to]]) {
    grip.setAttribute("aria-valuenow", String(at));
    grip.setAttribute("aria-valuetext", dateText(units[at]));
  }
  const isAll = !current().since && !current().until;
  parts.track.classList.toggle("whole", isAll);
  const count = shownFacts().list.length;
  parts.said.replaceChildren(isAll ? words.time.all : periodText(), muted(` · ${count === 1 ? words.table.caption_one : filled(words.table.caption, { count: number(count) })}`));
  const undated = facts.filter((fact) => !fact.about.days).length;
  parts.undated.checked = current().undated;
  parts.undated.parentElement.hidden = !undated;
  parts.count.textContent = ` ${filled(words.time.undated, { count: number(undated) })}`;
}

/** "Sep 2021 – Apr 2024" */
export function periodText() {
  const { since, until } = current();
  const [from, to] = [since || units[0] || "", until || units.at(-1) || ""];
  return from === to ? dateText(from) : `${dateText(from)} – ${dateText(to)}`;
}

function counts(facts) {
  const found = new Map(units.map((unit) => [unit, 0]));
  for (const { about: { days } } of facts) {
    if (!days) continue;
    const day = days[0].slice(0, units[0].length);
    const unit = day < units[0] ? units[0] : day;
    found.set(unit, found.get(unit) + 1);
  }
  return [...found.values()];
}

function drawBars(values, from, to) {
  const most = Math.max(...values, 1);
  const width = WIDTH / units.length;
  parts.bars.replaceChildren(...values.flatMap((value, i) => {
    if (!value) return [];
    const height = Math.max((HEIGHT * value) / most, 2);
    const bar = svg("rect", { x: i * width + 0.08 * width, width: 0.84 * width, y: HEIGHT - height, height, class: i >= from && i <= to ? "in" : "out" });
    bar.append(svg("title", {}, `${dateText(units[i])}: ${number(value)}`));
    return [bar];
  }));
}

/** The first and the last unit of the period. */
function period() {
  const { since, until } = current();
  const length = units[0].length;
  const from = since ? units.findIndex((unit) => unit >= since.slice(0, length)) : 0;
  const to = until ? units.findLastIndex((unit) => unit <= until) : units.length - 1;
  return [from < 0 ? units.length - 1 : from, Math.max(to, 0)];
}

function setPeriod(from, to) {
  const [low, high] = [Math.max(0, Math.min(from, to)), Math.min(units.length - 1, Math.max(from, to))];
  change({ since: low === 0 ? "" : units[low], until: high === units.length - 1 ? "" : units[high] });
}

// ---- keyboard and pointer

function press(event, name) {
  const [from, to] = period();
  const at = name === "since" ? from : to;
  const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 12, PageDown: -12, Home: -units.length, End: units.length };
  if (!Object.hasOwn(steps, event.key)) return;
  event.preventDefault();
  const next = Math.max(0, Math.min(units.length - 1, at + steps[event.key]));
  if (name === "since") setPeriod(Math.min(next, to), to);
  else setPeriod(from, Math.max(next, from));
}

/** Drag a grip to move one end, the chosen period to move it, anything else to choose a new one; a click chooses one month or year. */
function dragging(track) {
  let drag = null;
  const unitAt = ({ clientX }) => {
    const { left, width } = track.getBoundingClientRect();
    return Math.max(0, Math.min(units.length - 1, Math.floor(((clientX - left) / width) * units.length)));
  };
  track.addEventListener("pointerdown", (event) => {
    const at = unitAt(event);
    const [from, to] = period();
    const isWhole = from === 0 && to === units.length - 1;
    const isInside = !isWhole && at > from && at < to && event.target === parts.brush;
    if (event.target === parts.start) drag = (unit) => setPeriod(unit, to);
    else if (event.target === parts.end) drag = (unit) => setPeriod(from, unit);
    else if (isInside) drag = (unit) => slide(from, to, unit - at);
    else drag = (unit) => setPeriod(at, unit);
    track.setPointerCapture(event.pointerId);
    if (event.target === track || event.target === parts.brush || event.target.closest("svg")) event.preventDefault();
    if (!isInside && event.target !== parts.start && event.target !== parts.end) drag(at);
  });
  let frame = 0;
  track.addEventListener("pointermove", (event) => {
    if (!drag || frame) return;
    const [go, unit] = [drag, unitAt(event)];
    frame = requestAnimationFrame(() => {
      frame = 0;
      go(unit);
    });
  });
  for (const name of ["pointerup", "pointercancel"]) track.addEventListener(name, (event) => {
    if (drag && name === "pointerup") drag(unitAt(event));
    drag = null;
  });
}

function slide(from, to, by) {
  const move = Math.max(-from, Math.min(units.length - 1 - to, by));
  setPeriod(from + move, to + move);
}
