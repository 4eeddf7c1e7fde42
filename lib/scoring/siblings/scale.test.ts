import { expect, test } from "vitest";
import { makeItem } from "../testing/made-up-corpus.ts";
import { answerKind, findScale, type Scale, scaleKey } from "./scale.ts";

test.each([
  ["3", "figures"],
  ["18:00–19:30", "figures"],
  ["٣", "figures"],
  ["10시", "words"],
  ["3 meals", "words"],
])("%j is %s", (response, kind) => {
  expect(answerKind(makeItem({ id: "i", culture: "jp", response }))).toBe(kind);
});

test("a topic without a scale of its own takes that of its language and kind", () => {
  const scale = (topic?: string | null): Scale => ({
    language: "en",
    kind: "words",
    ...(topic === undefined ? {} : { topic }),
    unrelated: 0,
    compatriot: 1,
    measuredCompatriot: 1,
  });
  const all = [scale(), scale(null), scale("food")];
  const scales = new Map(all.map((one) => [scaleKey(one), one]));
  expect(findScale(scales, { language: "en", kind: "words", topic: "food" })).toBe(all[2]);
  expect(findScale(scales, { language: "en", kind: "words", topic: null })).toBe(all[1]);
  expect(findScale(scales, { language: "en", kind: "words", topic: "sport" })).toBe(all[0]);
  expect(findScale(scales, { language: "en", kind: "figures", topic: "food" })).toBeUndefined();
});
