// @ts-check
// The land behind the places of the map, faint.

/**
 * Rings of land as viz/assets/coast.json has them: x and y of the first point in parts of a pixel, then the steps from
 * there, across and down in turn, a letter each.
 * @typedef {{ letters: string, parts: number, rings: [number, number, string][] }} Coast
 */

/**
 * The land as one path in the pixels of the map, seas inside it left out.
 * @param {Coast} coast
 */
export function landPath({ letters, parts, rings }) {
  const zero = letters.length / 2;
  const path = new Path2D();
  for (const [left, top, steps] of rings) {
    let [x, y] = [left, top];
    path.moveTo(x / parts, y / parts);
    for (let i = 0; i < steps.length; i += 2) {
      x += letters.indexOf(steps[i]) - zero;
      y += letters.indexOf(steps[i + 1]) - zero;
      path.lineTo(x / parts, y / parts);
    }
    path.closePath();
  }
  return path;
}

/**
 * Fills the land and draws its coast with a hairline that is as thin on the screen at every scale.
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {{ land: string, coast: string }} ink
 * @param {number} scale
 */
export function drawLand(context, path, ink, scale) {
  context.save();
  context.fillStyle = ink.land;
  context.fill(path, "evenodd");
  context.strokeStyle = ink.coast;
  context.lineWidth = 0.75 / scale;
  context.lineJoin = "round";
  context.stroke(path);
  context.restore();
}
