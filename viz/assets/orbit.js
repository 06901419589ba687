// @ts-check
// Where the satellites of what is opened stand: its officials, ministries and meetings, on no other symbol.

/** @typedef {{ x: number, y: number }} Point */
/** A symbol: its middle and its radius in pixels. @typedef {{ x: number, y: number, radius: number }} Disc */

/** From the middle of a satellite to the next, in widths of one. */
const PITCH = 1.35;
/** From the middle of a satellite to the edge of another symbol, in its radii. */
const BERTH = 1.4;
/** Spots tried for each that there is room for, so that room between other symbols is found. */
const TRIED = 4;
/** The angle at which those who belong to one of an opened pair stand behind it, on the side away from the other. */
const BEHIND = Math.PI;
/** Meetings that have their line to themselves are this many times as far apart, so that their dates can be read. */
const LOOSE = 5;

/**
 * Places in rings around the middle, the first satellites in the innermost, and in each clockwise from below; with `away`, an
 * angle, on that side alone.
 * @param {Disc} middle
 * @param {number[]} radii of the satellites
 * @param {Disc[]} others that are in the way
 * @param {number | null} away
 * @returns {Point[]} one for each satellite
 */
export function aroundPlace(middle, radii, others, away = null) {
  const radius = Math.max(...radii);
  /** @type {Point[]} */
  const points = [];
  for (let ring = 1; points.length < radii.length; ring++) {
    const clear = ringSpots(middle, 2 * PITCH * radius, ring, away).filter((spot) => isClear(spot, radius, [middle, ...others]));
    points.push(...pickEvenly(thinned(clear, 2 * PITCH * radius), radii.length - points.length));
  }
  return points;
}

/**
 * Places for the meetings of two, along the line between them and in rows beside it, and for those who belong to either,
 * behind it. Meetings come and go from left to right.
 * @param {Disc} first
 * @param {Disc} second
 * @param {{ meetings: number[], first: number[], second: number[] }} radii of the meetings in the order of their dates, and of
 * what belongs to either
 * @param {Disc[]} others that are in the way
 * @returns {{ meetings: Point[], first: Point[], second: Point[] }}
 */
export function betweenPlaces(first, second, radii, others) {
  const meetings = alongLine(first, second, radii.meetings, others);
  const taken = [...others, ...meetings.map(({ x, y }, i) => ({ x, y, radius: radii.meetings[i] }))];
  const behind = Math.atan2(first.y - second.y, first.x - second.x);
  const ofFirst = aroundPlace(first, radii.first, [...taken, second], behind);
  const placed = ofFirst.map(({ x, y }, i) => ({ x, y, radius: radii.first[i] }));
  return { meetings, first: ofFirst, second: aroundPlace(second, radii.second, [...taken, first, ...placed], behind + Math.PI) };
}

/**
 * The spots of a ring, clockwise, close to one another: all around the middle, or about the angle `away`.
 * @param {Disc} middle
 * @param {number} step from spot to spot
 * @param {number} ring counted from 1
 * @param {number | null} away
 */
function ringSpots(middle, step, ring, away) {
  const reach = middle.radius + step * ring;
  const arc = away === null ? 2 * Math.PI : BEHIND;
  const count = TRIED * Math.floor((arc * reach) / step);
  const start = (away ?? -Math.PI / 2) - arc / 2;
  return Array.from({ length: count }, (_, i) => start + ((i + 0.5) * arc) / count)
    .map((angle) => ({ x: middle.x + reach * Math.cos(angle), y: middle.y + reach * Math.sin(angle) }));
}

/**
 * Spots for meetings in the order of their dates, left to right or else downward: on the line, then in rows on both sides of it.
 * @param {Disc} first
 * @param {Disc} second
 * @param {number[]} radii
 * @param {Disc[]} others
 */
function alongLine(first, second, radii, others) {
  const radius = Math.max(...radii);
  const step = 2 * PITCH * radius;
  const [start, end] = [first, second].sort((a, b) => a.x - b.x || a.y - b.y);
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const free = length - start.radius - end.radius - 2 * BERTH * radius;
  const columns = Math.max(Math.floor(free / step) + 1, Math.ceil(Math.sqrt(radii.length)));
  const wide = Math.min(columns - 1, LOOSE * radii.length) * step;
  const tries = Array.from({ length: Math.floor((wide * TRIED) / step) + 1 }, (_, i) => (i * step) / TRIED - wide / 2);
  const middle = (start.radius - end.radius) / 2;
  const spotAt = lineSpots(start, end, length);
  /** @type {{ x: number, y: number, along: number, row: number }[]} */
  const spots = [];
  for (let row = 0; spots.length < radii.length; row = row > 0 ? -row : 1 - row) {
    const line = tries.map((along) => ({ ...spotAt(middle + along, row * step), row }));
    const clear = line.filter((spot) => isClear(spot, radius, [first, second, ...others]));
    spots.push(...pickEvenly(thinned(clear, step), radii.length - spots.length));
  }
  return spots.sort((a, b) => a.along - b.along || a.row - b.row).map(({ x, y }) => ({ x, y }));
}

/**
 * Spots by their way along the line from its middle, and aside from it.
 * @param {Point} start
 * @param {Point} end
 * @param {number} length
 */
function lineSpots(start, end, length) {
  const [east, south] = [(end.x - start.x) / length || 0, (end.y - start.y) / length || 0];
  return (/** @type {number} */ along, /** @type {number} */ aside) => ({
    x: (start.x + end.x) / 2 + along * east - aside * south,
    y: (start.y + end.y) / 2 + along * south + aside * east,
    along,
  });
}

/**
 * Whether a symbol there would touch none of the others.
 * @param {Point} spot
 * @param {number} radius
 * @param {Disc[]} others
 */
function isClear(spot, radius, others) {
  return !others.some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < other.radius + BERTH * radius - 0.01);
}

/**
 * The spots without those too near the one before or the first.
 * @template {Point} T
 * @param {T[]} spots
 * @param {number} step
 */
function thinned(spots, step) {
  /** @type {T[]} */
  const kept = [];
  const isFar = (/** @type {T} */ spot, /** @type {T | undefined} */ other) => !other || Math.hypot(spot.x - other.x, spot.y - other.y) > 0.97 * step;
  for (const spot of spots) if (isFar(spot, kept.at(-1)) && isFar(spot, kept[0])) kept.push(spot);
  return kept;
}

/**
 * So many of the items, spread over all of them; all if there are no more.
 * @template T
 * @param {T[]} items
 * @param {number} count
 */
function pickEvenly(items, count) {
  return items.length <= count ? items : Array.from({ length: count }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)]);
}
