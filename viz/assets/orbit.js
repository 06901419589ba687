// @ts-check
// Where the satellites of what is opened stand: its officials, ministries and meetings, on no other symbol.

/** @typedef {{ x: number, y: number }} Point */
/** A symbol: its middle and its radius in pixels. @typedef {{ x: number, y: number, radius: number }} Disc */

/** From the middle of a satellite to the next, in widths of one. */
const PITCH = 1.35;
/** From the middle of a satellite to the edge of another symbol, in its radii. */
const BERTH = 2 * PITCH - 1;
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
    points.push(...pickEvenly(clear, radii.length - points.length));
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
 * The spots of a ring, clockwise, as many as have room: all around the middle, or about the angle `away`.
 * @param {Disc} middle
 * @param {number} step from spot to spot
 * @param {number} ring counted from 1
 * @param {number | null} away
 */
function ringSpots(middle, step, ring, away) {
  const reach = middle.radius + step * ring;
  const arc = away === null ? 2 * Math.PI : BEHIND;
  const count = Math.floor((arc * reach) / step);
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
  const middle = (start.radius - end.radius) / 2;
  const reach = (LOOSE * step * radii.length) / 2;
  const spotAt = lineSpots(start, end, length);
  /** @type {{ x: number, y: number, along: number, row: number }[]} */
  const spots = [];
  for (let row = 0; spots.length < radii.length; row = row > 0 ? -row : 1 - row) {
    const line = Array.from({ length: columns }, (_, i) => (i - (columns - 1) / 2) * step).filter((along) => Math.abs(along) < reach);
    const clear = line.map((along) => spotAt(middle + along, row * step)).filter((spot) => isClear(spot, radius, [first, second, ...others]));
    spots.push(...pickEvenly(clear, radii.length - spots.length).map((spot) => ({ ...spot, row })));
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
 * So many of the items, spread over all of them; all if there are no more.
 * @template T
 * @param {T[]} items
 * @param {number} count
 */
function pickEvenly(items, count) {
  return items.length <= count ? items : Array.from({ length: count }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)]);
}
