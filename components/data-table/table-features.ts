import { rowSortingFeature, tableFeatures } from "@tanstack/react-table";

/** What the studio's tables use of the table library. Rows come sorted from the server, so no row model is needed. */
export const features = tableFeatures({ rowSortingFeature });
export type Features = typeof features;
