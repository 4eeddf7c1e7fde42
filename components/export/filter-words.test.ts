import { expect, test } from "vitest";
import { filterWords } from "./filter-words.ts";

test("says a filter in words", () => {
  expect(
    filterWords({
      status: ["accepted"],
      culture: ["jp", "pk"],
      representativenessFrom: 0.6,
      distinctivenessFrom: 0.2,
      distinctivenessTo: 0.8,
    }),
  ).toEqual(["accepted", "culture jp, pk", "representative ≥ .60", "distinctive .20–.80"]);
  expect(filterWords({})).toEqual([]);
});
