import { expect, test } from "vitest";
import type { MapSummary } from "#lib/schema/map.ts";
import { distributionTitle, medianTitle, medianWords } from "./map-words.ts";

const summary = (median: number | null, reach: number | null = 0.02): MapSummary => ({
  scored: median === null ? 0 : 20,
  median,
  interval: median === null || reach === null ? null : { low: median - reach, high: median + reach },
  quartiles: null,
  bins: [],
  reasons: null,
});
const culture = (name: string, r: MapSummary, d: MapSummary) => ({ name, representativeness: r, distinctiveness: d });
const kenya = culture("Kenya", summary(0.7), summary(0.3));
const japan = culture("Japan", summary(0.4), summary(0.8));
const france = culture("France", summary(0.5), summary(0.5));

test("the title names who is furthest in each score", () => {
  expect(medianTitle([kenya, japan, france])).toBe("Japan is the most particular, Kenya the most typical");
  expect(medianTitle([culture("Kenya", summary(0.7), summary(0.9)), japan, france])).toBe(
    "Kenya is the most typical and the most particular",
  );
});

test("nobody leads where the intervals overlap", () => {
  const near = culture("Egypt", summary(0.69), summary(0.3));
  expect(medianTitle([kenya, japan, near])).toBe("Japan is the most particular; none is clearly the most typical");
  expect(medianTitle([kenya, culture("Peru", summary(0.69), summary(0.3))])).toBe(
    "No culture stands apart from all others in either score",
  );
});

test("too few scores say nothing", () => {
  expect(medianTitle([culture("Kenya", summary(0.7, null), summary(0.3, null))])).toBe(
    "No culture has enough scores to say where it lies",
  );
  expect(medianTitle([kenya])).toBe("Kenya lies at .70 for representativeness and .30 for distinctiveness");
});

test("the distributions are told by their ends", () => {
  expect(distributionTitle([kenya, japan, france])).toBe(
    "Median representativeness runs from .40 in Japan to .70 in Kenya; distinctiveness runs from .30 in Kenya to .80 in Japan",
  );
  expect(distributionTitle([culture("Kenya", summary(0.7), summary(null))])).toBe(
    "Median representativeness is .70 in Kenya",
  );
  expect(
    distributionTitle([culture("Kenya", summary(0.7), summary(1)), culture("Peru", summary(0.7), summary(0.999))]),
  ).toBe("Median representativeness is .70 everywhere; distinctiveness is 1.00 everywhere");
  expect(distributionTitle([culture("Kenya", summary(null), summary(null))])).toBe("Nothing here has a score yet");
});

test("a median stands with its interval where there is one", () => {
  expect(medianWords(summary(0.5))).toBe(".50 (.48–.52)");
  expect(medianWords(summary(0.5, null))).toBe(".50");
  expect(medianWords(summary(null))).toBe("–");
});
