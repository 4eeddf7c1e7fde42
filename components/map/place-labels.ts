/** A box that nothing else may lie on. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  /** Where the text begins and its middle line. */
  x: number;
  y: number;
  /** Whether it stands so far off that a line must lead to it. */
  led: boolean;
}

const lineHeight = 16;
/** Tried in this order: beside the mark, then around it, then further off. */
const offsets = [12, 26, 44, 64, 84].flatMap((reach) =>
  [
    [1, 0],
    [-1, 0],
    [1, -1],
    [1, 1],
    [-1, -1],
    [-1, 1],
    [0, -1],
    [0, 1],
  ].map(([across = 0, up = 0]) => ({ across, up, reach })),
);

/**
 * A place for the name of each mark where it covers neither another name nor another mark, the first ones served first; null
 * where there is none. @param widths of the names in px
 */
export function placeLabels(
  marks: readonly { x: number; y: number }[],
  widths: readonly number[],
  bounds: Box,
): (Label | null)[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ x: x - 7, y: y - 7, width: 14, height: 14 }));
  return marks.map((mark, index) => {
    const width = widths[index] ?? 0;
    for (const { across, up, reach } of offsets) {
      const left = mark.x + across * reach - (across < 0 ? width : across === 0 ? width / 2 : 0);
      const box = { x: left, y: mark.y + up * reach - lineHeight / 2, width, height: lineHeight };
      if (!within(box, bounds) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { x: box.x, y: box.y + lineHeight / 2, led: reach > 26 };
    }
    return null;
  });
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function within(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}
