import type { PointGroup, PointScene } from "./point-scene.ts";

/**
 * Draws points on a canvas, in place of what was there. The look of each group is drawn once and laid over the picture pixel by
 * pixel, which is put on the canvas whole: asked to draw 50,000 points, as one path or one by one, a browser that draws without
 * a graphics card takes seconds. O(points × pixels of a point).
 * @param density how many pixels of the screen one px has
 */
export function drawPoints(
  canvas: HTMLCanvasElement,
  { geometry, groups, size, opacity }: PointScene,
  density: number,
): void {
  canvas.width = Math.max(1, Math.round(geometry.box.width * density));
  canvas.height = Math.max(1, Math.round(geometry.box.height * density));
  const picture = new ImageData(canvas.width, canvas.height);
  const side = Math.max(1, Math.round(size * density));
  for (const group of groups) {
    const stamp = stampOf(group, side, Math.max(1, Math.round(density)), opacity);
    const { scores } = group;
    for (let at = 0; at < scores.length; at += 2)
      lay(
        picture,
        stamp,
        Math.round(geometry.x(scores[at] ?? 0) * density - side / 2),
        Math.round(geometry.y(scores[at + 1] ?? 0) * density - side / 2),
      );
  }
  canvas.getContext("2d")?.putImageData(picture, 0, 0);
}

/** Lays one picture over another: source over, of colours that are not multiplied by their alpha. */
function lay(under: ImageData, over: ImageData, left: number, top: number): void {
  const { data: below, width } = under;
  const { data: above, width: side } = over;
  for (let from = 0; from < above.length; from += 4) {
    const alpha = (above[from + 3] ?? 0) / 255;
    if (alpha === 0) continue;
    const pixel = from / 4;
    const [x, y] = [left + (pixel % side), top + Math.floor(pixel / side)];
    if (x < 0 || x >= width) continue;
    const to = (y * width + x) * 4;
    const rest = ((below[to + 3] ?? 0) / 255) * (1 - alpha);
    const sum = alpha + rest;
    for (let part = 0; part < 3; part++)
      below[to + part] = ((above[from + part] ?? 0) * alpha + (below[to + part] ?? 0) * rest) / sum;
    below[to + 3] = sum * 255;
  }
}

/** One point of a look, in pixels of the screen. */
function stampOf({ shape, colour }: PointGroup, side: number, line: number, opacity: number): ImageData {
  const pen = new OffscreenCanvas(side, side).getContext("2d");
  if (pen === null) return new ImageData(side, side);
  pen.globalAlpha = opacity;
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
  return pen.getImageData(0, 0, side, side);
}
