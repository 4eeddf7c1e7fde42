import { margins } from "./plot-geometry.ts";
import type { PointGroup, PointScene } from "./point-scene.ts";

/**
 * Draws points on a canvas, in place of what was there. Each look is drawn once and stamped at each of its places: to stroke
 * one path of all points of a look, as plotting libraries do, takes a processor seconds from ten thousand on. O(points).
 * @param density how many pixels of the screen one px has
 */
export function drawPoints(canvas: HTMLCanvasElement, scene: PointScene, density: number): void {
  const { box, groups, size, opacity } = scene;
  canvas.width = Math.round(box.width * density);
  canvas.height = Math.round(box.height * density);
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.globalAlpha = opacity;
  const side = Math.max(1, Math.round(size * density));
  const [left, top] = [margins.left * density - side / 2, margins.top * density - side / 2];
  const width = (box.width - margins.left - margins.right) * density;
  const height = (box.height - margins.top - margins.bottom) * density;
  for (const group of groups) {
    const stamp = stampOf(group, side, Math.max(1, Math.round(density)));
    const { scores } = group;
    for (let at = 0; at < scores.length; at += 2)
      // On whole pixels, where a stamp is copied as it is.
      pen.drawImage(
        stamp,
        Math.round(left + (scores[at] ?? 0) * width),
        Math.round(top + (1 - (scores[at + 1] ?? 0)) * height),
      );
  }
}

/** One point of a look, in pixels of the screen. */
function stampOf({ shape, colour }: PointGroup, side: number, line: number): HTMLCanvasElement {
  const stamp = document.createElement("canvas");
  stamp.width = side;
  stamp.height = side;
  const pen = stamp.getContext("2d");
  if (pen === null) return stamp;
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = line;
  if (shape === "full") pen.fillRect(0, 0, side, side);
  else if (shape === "hollow") pen.strokeRect(line / 2, line / 2, side - line, side - line);
  else {
    pen.moveTo(side / 2, 0);
    pen.lineTo(side, side);
    pen.lineTo(0, side);
    pen.fill();
  }
  return stamp;
}
