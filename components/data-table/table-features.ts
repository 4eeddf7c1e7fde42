import { tableFeatures } from "@tanstack/react-table";

interface ColumnFacts {
  /** The width, as a track of a CSS grid. */
  track: string;
}

/**
 * What the studio's tables use of the table library: columns, cells and rows. Rows come filtered, sorted and in pages from the
 * server, and the address says which columns are shown, so none of its features is needed; each would weigh 2 kB more.
 */
export const features = tableFeatures({
  // Only its type is read: the library's way of typing what a column carries.
  columnMeta: {} as ColumnFacts,
});
export type Features = typeof features;
