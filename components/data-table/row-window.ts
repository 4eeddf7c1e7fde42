/** Browsers draw no taller box well; a longer list has a gap in its middle instead of its true height. */
export const tallest = 15_000_000;

export interface ListShape {
  /** How many rows the list has. */
  total: number;
  /** How many of its first and of its last rows are loaded. */
  head: number;
  tail: number;
  /** Pixels. */
  rowHeight: number;
}

export interface View {
  scrollTop: number;
  height: number;
}

export interface RowWindow {
  /** Places of the rows to draw, in order. */
  places: readonly number[];
  /** Rows that are not loaded are in sight. */
  gapInSight: boolean;
}

export function listHeight({ total, rowHeight }: ListShape): number {
  return Math.min(total * rowHeight, tallest);
}

/** Pixels from the top of the list to a row; loaded rows lie exactly, from whichever end they were read. */
export function topOf(place: number, shape: ListShape): number {
  if (place < shape.head) return place * shape.rowHeight;
  return Math.max(0, listHeight(shape) - (shape.total - place) * shape.rowHeight);
}

/** Which rows to draw for what is in sight, with `spare` more on both sides. */
export function rowWindow(shape: ListShape, { scrollTop, height }: View, spare: number): RowWindow {
  const { total, head, tail, rowHeight } = shape;
  const full = listHeight(shape);
  const bottom = scrollTop + height;
  const fromHead = range(
    Math.floor(scrollTop / rowHeight) - spare,
    Math.ceil(bottom / rowHeight) + spare,
    0,
    Math.min(head, total),
  );
  const tailStart = Math.max(head, total - tail);
  const fromTail = range(
    total - Math.ceil((full - scrollTop) / rowHeight) - spare,
    total - Math.floor((full - bottom) / rowHeight) + spare,
    tailStart,
    total,
  );
  const gapTop = head * rowHeight;
  const gapBottom = full - (total - tailStart) * rowHeight;
  return {
    places: [...fromHead, ...fromTail],
    gapInSight: gapBottom > gapTop && scrollTop < gapBottom && bottom > gapTop,
  };
}

function range(from: number, to: number, least: number, end: number): number[] {
  const first = Math.max(least, from);
  const last = Math.min(end, to);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}
