import fc from "fast-check";
import { expect, test } from "vitest";
import { makeItem, threeCultures, unmasked } from "../testing/made-up-corpus.ts";
import { measureSet } from "./measure-set.ts";

const pause = () => Promise.resolve();
const measure = (samples: Parameters<typeof measureSet>[0]) => measureSet(samples, unmasked, pause);
const answer = (id: string, culture: string, response: string, language = "en") =>
  makeItem({ id, culture, response, language });

test("a set covers what it holds and what is like it, within the culture and the language", async () => {
  const pool = [
    answer("a", "jp", "rice and tea"),
    answer("b", "jp", "rice and tea"),
    answer("c", "jp", "xylophone"),
    answer("d", "mx", "rice and tea"),
    answer("e", "jp", "rice and tea", "fr"),
  ];
  const { cultures } = await measure({ set: pool.slice(0, 1), pool, seeds: [] });
  // Of the four of Japan the first is itself, the second its copy; the third is unlike it, the last in another language.
  expect(cultures.get("jp")?.coverage).toBeCloseTo(0.5, 3);
  expect(cultures.get("jp")).toMatchObject({ pool: 4, texts: 1, redundancy: 0, seeded: 0, diversityGain: null });
  expect(cultures.get("mx")).toMatchObject({ coverage: 0, redundancy: null, texts: 0 });
});

test("copies within a culture are redundant, copies abroad are not", async () => {
  const set = [
    answer("a", "jp", "rice and tea"),
    answer("b", "jp", "rice and tea"),
    answer("c", "jp", "xylophone"),
    answer("d", "jp", "wedding song"),
    answer("e", "mx", "xylophone"),
  ];
  const { cultures } = await measure({ set, pool: set, seeds: [] });
  expect(cultures.get("jp")).toMatchObject({ redundancy: 0.5, coverage: 1 });
  expect(cultures.get("mx")).toMatchObject({ redundancy: 0, coverage: 1 });
});

test("what is accepted already is no new ground", async () => {
  const set = [answer("a", "jp", "rice and tea"), answer("b", "jp", "xylophone")];
  const { cultures } = await measure({ set, pool: set, seeds: [answer("z", "jp", "rice and tea")] });
  expect(cultures.get("jp")?.diversityGain).toBeCloseTo(0.5, 3);
});

test("cultures with words of their own are told apart, and neutral texts are not", async () => {
  const items = threeCultures();
  const own = await measure({ set: items.filter(({ id }) => id.startsWith("own")), pool: [], seeds: [] });
  const neutral = await measure({ set: items.filter(({ id }) => id.startsWith("neutral")), pool: [], seeds: [] });
  expect(own.separability[0]).toMatchObject({ language: "en", texts: 90 });
  expect(own.separability[0]?.macroF1).toBeGreaterThan(0.95);
  expect(own.separability[0]?.information).toBeGreaterThan(0.9);
  expect(own.separability[0]?.silhouette).toBeGreaterThan(neutral.separability[0]?.silhouette ?? 1);
  expect(neutral.separability[0]?.macroF1).toBeLessThan(0.7);
});

test("too few texts to tell cultures apart, and nothing at all, are no error", async () => {
  const few = await measure({ set: threeCultures().filter((_, i) => i % 8 === 0), pool: [], seeds: [] });
  expect(few.separability).toEqual([]);
  expect(await measure({ set: [], pool: [], seeds: [] })).toMatchObject({ separability: [], distinct1: null });
  const wordless = await measure({ set: [answer("a", "jp", "🎎"), answer("b", "jp", " ")], pool: [], seeds: [] });
  expect(wordless.distinct1).toBeNull();
});

test("the order is nothing, and a larger set never covers less", async () => {
  const texts = fc.array(fc.constantFrom("rice", "rice and tea", "tea", "xylophone", "song", ""), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(12), async (responses, count) => {
      const pool = responses.map((response, i) => answer(`${i}`, i % 2 === 0 ? "jp" : "mx", response));
      const set = pool.slice(0, count);
      const here = await measure({ set, pool, seeds: [] });
      const turned = await measure({ set: set.toReversed(), pool: pool.toReversed(), seeds: [] });
      for (const [culture, found] of here.cultures) {
        expect(turned.cultures.get(culture)?.coverage ?? -1).toBeCloseTo(found.coverage ?? -1, 6);
        expect(turned.cultures.get(culture)?.redundancy).toBe(found.redundancy);
      }
      const more = await measure({ set: pool.slice(0, count + 1), pool, seeds: [] });
      for (const [culture, { coverage }] of here.cultures) {
        expect(more.cultures.get(culture)?.coverage ?? 0).toBeGreaterThanOrEqual((coverage ?? 0) - 1e-6);
      }
    }),
    { numRuns: 40 },
  );
});
