// Names on the map: of one size at every zoom, the most urgent first, none on another and none on a symbol.

/** Font size in pixels, and the height of a line in font sizes. */
export const LABEL = 13;
const LINE = 1.2;
const FAMILY = "system-ui, sans-serif";
const widths = new Map();
let boxes = [];

/** The item whose name is at a point of the map. */
export function labelAt({ x, y }) {
  return boxes.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
}

/** Where names were last drawn. */
export function labelBoxes() {
  return boxes;
}

/**
 * Draw the names of items `{id, x, y, radius, lines, bold, urgency, pale}`, most urgent first, at their `spot` if it is free; those of
 * urgency 2 are drawn in any case. `view` is the part of the map on the screen.
 */
export function drawLabels(context, items, { scale, view, ink, paper }) {
  const size = LABEL / scale;
  const grid = gridOf(items.map(symbolBox), 8 * size);
  const taken = gridOf([], 8 * size);
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 0.3 * size, strokeStyle: paper, fillStyle: ink });
  boxes = [];
  for (const item of items) {
    if (!item.lines.length || !overlap(symbolBox(item), view)) continue;
    const spots = labelSpots(item, size).sort((a, b) => Number(b.spot === item.spot) - Number(a.spot === item.spot));
    const isFree = (box) => within(box, view) && !taken.hits(box) && !grid.hits(box);
    const box = spots.find(isFree) ?? (item.urgency === 2 && (spots.find((spot) => within(spot, view) && !taken.hits(spot)) ?? spots[0]));
    if (!box) continue;
    boxes.push(box);
    taken.add(box);
    drawName(context, item, box, size);
  }
  context.globalAlpha = 1;
}

function drawName(context, item, box, size) {
  context.font = `${item.bold ? 600 : 400} ${size}px ${FAMILY}`;
  context.globalAlpha = item.pale ? 0.35 : 1;
  item.lines.forEach((line, i) => {
    const [x, y] = [(box.left + box.right) / 2, box.top + i * size * LINE];
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}

export function symbolBox({ id, x, y, radius }) {
  return { id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** The first of some spots at which a name lies within the view, with discs that cover it, so that symbols are kept off it. */
export function reservedSpot(item, wanted, scale, view) {
  const spots = wanted.map((name) => labelSpots(item, LABEL / scale).find(({ spot }) => spot === name));
  const box = spots.find((one) => within(one, view)) ?? spots[0];
  return { spot: box.spot, discs: discsOver(box) };
}

function discsOver({ left, right, top, bottom }) {
  const radius = (bottom - top) / 2;
  const count = Math.max(Math.ceil((right - left) / (2 * radius)), 1);
  return Array.from({ length: count }, (_, i) => ({ x: left + ((i + 0.5) * (right - left)) / count, y: top + radius, radius }));
}

/** Where a name may stand: best below its symbol, else beside or above it. */
function labelSpots({ id, x, y, radius, lines, bold }, size) {
  const width = size * Math.max(...lines.map((line) => widthOf(line, bold)), 0);
  const height = lines.length * size * LINE;
  const away = radius + 0.3 * size;
  const at = (left, top, spot = "") => ({ id, spot, left, right: left + width, top, bottom: top + height });
  const [left, center, right] = [x - away - width, x - width / 2, x + away];
  const [above, middle, below] = [y - away - height, y - height / 2, y + away];
  return [
    at(center, below, "below"), at(right, middle, "right"), at(left, middle, "left"), at(center, above, "above"),
    at(right, below - away), at(left, below - away), at(right, above + away), at(left, above + away),
  ];
}

/** The width of a line in font sizes. */
function widthOf(line, bold) {
  const key = `${bold}${line}`;
  if (!widths.has(key)) {
    const context = document.createElement("canvas").getContext("2d");
    context.font = `${bold ? 600 : 400} 100px ${FAMILY}`;
    widths.set(key, context.measureText(line).width / 100);
  }
  return widths.get(key);
}

/** Boxes found by the cells of a grid that they lie in. */
function gridOf(list, cell) {
  const cells = new Map();
  const each = (box, visit) => {
    for (let i = Math.floor(box.left / cell); i <= Math.floor(box.right / cell); i++)
      for (let j = Math.floor(box.top / cell); j <= Math.floor(box.bottom / cell); j++) if (visit(`${i},${j}`)) return true;
    return false;
  };
  const add = (box) => void each(box, (key) => void (cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box])));
  list.forEach(add);
  const hits = (box) => each(box, (key) => (cells.get(key) ?? []).some((other) => other.id !== box.id && overlap(box, other)));
  return { add, hits };
}

export function within(box, outer) {
  return box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;
}

export function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A name in at most `most` short lines. */
export function wrapped(text, columns = 20, most = 2) {
  const lines = [];
  let rest = text.slice(0, 4 * columns).trim();
  while (rest && lines.length < most) {
    const cut = rest.length <= columns ? rest.length : Math.max(rest.lastIndexOf(" ", columns), 0) || columns;
    lines.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest) lines[lines.length - 1] = `${lines.at(-1).slice(0, columns - 2)} …`;
  return lines;
}
