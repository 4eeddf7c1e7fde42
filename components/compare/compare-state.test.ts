import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAddress } from "./compare-address.ts";
import { emptyCompare, formatCompare, parseCompare } from "./compare-state.ts";

test("reads what an address says, and leaves out what it does not understand", () => {
  expect(
    parseCompare("question=tea%20%26%20salt&cultures=ir,jp,,jp&lens=only-here&answers=ir:2,jp:x,:3,us:1&pairs=typical"),
  ).toEqual({
    question: "tea & salt",
    cultures: ["ir", "jp"],
    lens: "only-here",
    answers: { ir: 1 },
    asked: "typical",
    search: "",
  });
  expect(parseCompare("lens=x-ray&pairs=best&question=")).toEqual(emptyCompare);
  expect(parseCompare("cultures=a,b,c,d,e,f,g,h").cultures).toHaveLength(6);
});

test("an address says only what is not as usual", () => {
  expect(formatCompare(emptyCompare)).toBe("");
  expect(compareAddress("p", "お茶?", ["jp"])).toBe("/projects/p/compare?question=%E3%81%8A%E8%8C%B6%3F&cultures=jp");
});

const code = fc.stringMatching(/^[a-z]{2,5}$/);

test("what was written is read again", () => {
  const state = fc.record({
    question: fc.option(fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" })),
    cultures: fc.uniqueArray(code, { maxLength: 6 }),
    lens: fc.constantFrom("plain", "only-here", "shared", "difference", "scores", "evidence"),
    answers: fc.dictionary(code, fc.integer({ min: 1, max: 30 }), { maxKeys: 3, noNullPrototype: true }),
    asked: fc.option(fc.constantFrom("typical", "specific")),
    search: fc.string({ maxLength: 20 }),
  });
  fc.assert(
    fc.property(state, (made) => {
      expect(parseCompare(formatCompare(made))).toEqual(made);
    }),
  );
});
