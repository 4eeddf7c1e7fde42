import { expect, test } from "vitest";
import { scoresHref, shortageWords } from "./score-words.ts";

test("says how much is missing, and of what", () => {
  expect(shortageWords({ of: "items", have: 12, need: 50 })).toBe("not enough to say (12 of 50)");
  expect(shortageWords({ of: "rejected", have: 3, need: 10 })).toBe("not enough to say (3 of 10 rejected)");
  expect(shortageWords({ of: "variety", have: 1, need: 2 })).toBe("nothing to compare: all the same");
});

test("an address holds the estimator and measure, and the rest only where it is not the usual", () => {
  const view = { estimator: "lexical", measure: "representativeness", against: "decisions", culture: null } as const;
  expect(scoresHref("p", view)).toBe("/projects/p/scores?estimator=lexical&measure=representativeness");
  expect(scoresHref("p", { ...view, against: "ratings", culture: "jp" })).toBe(
    "/projects/p/scores?estimator=lexical&measure=representativeness&against=ratings&culture=jp",
  );
});
