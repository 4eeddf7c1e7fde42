import { expect, test } from "vitest";
import { tallyGuesses } from "./guess-tally.ts";

test("counts what was right, and what chance would have got right", () => {
  const right = { guessed: "jp", culture: "jp", choices: 4 };
  const wrong = { guessed: "jp", culture: "ir", choices: 2 };
  expect(tallyGuesses([right, wrong, right])).toEqual({ right: 2, of: 3, byChance: 1 });
  expect(tallyGuesses([])).toEqual({ right: 0, of: 0, byChance: 0 });
});
