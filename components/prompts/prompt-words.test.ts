import { expect, test } from "vitest";
import { revisionFacts, revisionTitle } from "./prompt-words.ts";

test("a revision says what it is, who wrote it and what began with it", () => {
  expect(revisionTitle({ revision: 0, builtIn: true })).toBe("Came with Tessera");
  expect(revisionTitle({ revision: 2, builtIn: true })).toBe("Revision 2: as it came with Tessera");
  expect(revisionTitle({ revision: 3, builtIn: false })).toBe("Revision 3");
  expect(revisionFacts({ revision: 3, author: "Amina", runs: 1 })).toBe("Amina, 1 run began with it");
  expect(revisionFacts({ revision: 1, author: null, runs: 0 })).toBe(
    "somebody at the command line, no run began with it",
  );
  expect(revisionFacts({ revision: 0, author: null, runs: 2 })).toBe("2 runs began with it");
});
