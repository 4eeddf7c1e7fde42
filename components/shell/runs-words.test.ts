import { expect, test } from "vitest";
import { runsWords } from "./runs-words.ts";

test("one run is named, several are counted, and the share is of all their items", () => {
  expect(runsWords([])).toBeNull();
  expect(runsWords([{ number: 14, requested: 1_200, pending: 788 }])).toMatchObject({
    figure: "34 %",
    words: "run 14 under way, 34 %",
  });
  expect(
    runsWords([
      { number: 2, requested: 10, pending: 0 },
      { number: 1, requested: 30, pending: 30 },
    ]),
  ).toEqual({ figure: "25 %", words: "2 runs under way, 25 %", share: 0.25 });
  expect(runsWords([{ number: 1, requested: 0, pending: 0 }])?.figure).toBe("0 %");
});
