import type { MeasureName } from "#lib/schema/score.ts";

/** What each measure is called. */
export const measureWords: Readonly<Record<MeasureName, string>> = {
  representativeness: "Representativeness",
  distinctiveness: "Distinctiveness",
};

/** The same said of what is measured, as lists, filters and axes have it. */
export const measureTitles: Readonly<Record<MeasureName, string>> = {
  representativeness: "Representative",
  distinctiveness: "Distinctive",
};
