import { columnVisibilityFeature, rowSortingFeature, tableFeatures } from "@tanstack/react-table";

interface ColumnFacts {
  /** The width, as a track of a CSS grid. */
  track: string;
}

/**
 * What the studio's tables use of the table library. Rows come filtered, sorted and in pages from the server, so none of
 * its row models is needed.
 */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  // Only its type is read: the library's way of typing what a column carries.
  columnMeta: {} as ColumnFacts,
});
export type Features = typeof features;
