import fc from "fast-check";
import { expect, test } from "vitest";
import { cycleCulture, toggleCulture, withReference } from "./columns-shown.ts";

test("the reference comes first and the others keep their order", () => {
  expect(withReference(["ir", "jp", "et"], "et")).toEqual(["et", "ir", "jp"]);
  expect(withReference(["ir", "jp"], "xx")).toEqual(["ir", "jp"]);
});

test("one is added at the end or taken away; the last two stay, and a seventh does not come", () => {
  expect(toggleCulture(["ir"], "jp")).toEqual(["ir", "jp"]);
  expect(toggleCulture(["ir", "jp", "et"], "ir")).toEqual(["jp", "et"]);
  expect(toggleCulture(["ir", "jp"], "ir")).toEqual(["ir", "jp"]);
  expect(toggleCulture(["ir"], "ir")).toEqual(["ir"]);
  const six = ["a", "b", "c", "d", "e", "f"];
  expect(toggleCulture(six, "g")).toEqual(six);
});

test("a column goes on to the next culture that is not shown; the reference stays", () => {
  const all = ["a", "b", "c", "d", "e"];
  expect(cycleCulture(["a", "b", "c"], all, 1, 1)).toEqual(["a", "d", "c"]);
  expect(cycleCulture(["a", "b", "c"], all, 1, -1)).toEqual(["a", "e", "c"]);
  expect(cycleCulture(["a", "b", "c"], all, 0, 1)).toEqual(["a", "b", "d"]);
  expect(cycleCulture(["a"], all, 0, 1)).toEqual(["a"]);
  expect(cycleCulture(all, all, 2, 1)).toEqual(all);
});

test("cycling never shows a culture twice, and comes round", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 3, max: 9 }),
      fc.integer({ min: 0, max: 5 }),
      (count, size, at) => {
        const all = Array.from({ length: Math.max(size, count) }, (_, n) => `c${n}`);
        const start = all.slice(0, count);
        let shown: string[] = start;
        const rounds = all.length - count + 1;
        for (let step = 0; step < rounds; step++) {
          shown = cycleCulture(shown, all, at, 1);
          expect(new Set(shown).size).toBe(count);
          expect(shown[0]).toBe("c0");
        }
        expect(shown).toEqual(start);
      },
    ),
  );
});
