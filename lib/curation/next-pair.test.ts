import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPair } from "./next-pair.ts";

const byText = (text: string) => [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1009;

test("what I judged least comes first, then what all judged least", () => {
  const counts = [
    { one: "a", other: "b", all: 1, mine: 0 },
    { one: "a", other: "c", all: 4, mine: 0 },
    { one: "c", other: "b", all: 0, mine: 0 },
  ];
  expect(nextPair(["a", "b", "c"], counts, byText)).toEqual(["b", "c"]);
  const mine = counts.map((count) => ({ ...count, mine: count.other === "c" ? 0 : 1 }));
  expect(nextPair(["a", "b", "c"], mine, byText)).toEqual(["a", "c"]);
  expect(nextPair(["a"], counts, byText)).toBeNull();
});

test("judging what is offered goes through all pairs before any comes again", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 }), (items) => {
      const judged = new Map<string, number>();
      const pairs = (items.length * (items.length - 1)) / 2;
      for (let round = 0; round < pairs; round++) {
        const counts = [...judged].map(([name, mine]) => {
          const [one = "", other = ""] = JSON.parse(name) as [string, string]; // written below
          return { one, other, all: mine, mine };
        });
        const pair = nextPair(items, counts, byText);
        const name = JSON.stringify(pair?.toSorted());
        judged.set(name, (judged.get(name) ?? 0) + 1);
      }
      expect([...judged.values()]).toEqual(Array.from({ length: pairs }, () => 1));
    }),
  );
});
