/**
 * How fast a project is scored by vectors that are there, on one core, as a table: made-up directions, 10 cultures and 40 topics, of
 * which two texts of one culture and topic have 0.57 in common. Up to 20,000 items all are compared with all; beyond, neighbours are searched for in cells, and
 * `recall` is the share of them found in a sample. Each row runs in a process of its own, so that its memory is its own.
 *
 *   node bench/embedding.ts [--sizes 5000,10000,40000] [--dimensions 256]
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { embedding, fitEmbedding } from "#lib/scoring/embedding/index.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";
import { fromHalves, toHalves } from "#lib/scoring/half-precision.ts";
import { fixedChance } from "#lib/scoring/testing/fixed-chance.ts";
import { toUnit } from "#lib/scoring/unit-vector.ts";
import { round } from "./timing.ts";

const Row = z.object({
  seconds: z.number(),
  recall: z.number().nullable(),
  peakMegabytes: z.number(),
  modelMegabytes: z.number(),
  rescoreMilliseconds: z.number(),
});

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "5000,10000,40000" },
    dimensions: { type: "string", default: "256" },
    one: { type: "string" },
  },
});
const dimensions = Number(values.dimensions);
if (values.one === undefined) printTable(values.sizes.split(",").map(Number));
else console.log(JSON.stringify(await measure(Number(values.one))));

function printTable(sizes: readonly number[]): void {
  const file = fileURLToPath(import.meta.url);
  console.table(
    sizes.map((items) => {
      const order = [file, "--one", String(items), "--dimensions", String(dimensions)];
      const row = Row.parse(JSON.parse(execFileSync(process.execPath, order, { encoding: "utf8" })));
      return {
        items,
        dimensions,
        s: round(row.seconds, 1),
        "s per 10 k": round((row.seconds / items) * 10_000, 1),
        recall: row.recall === null ? "exact" : round(row.recall, 3),
        "peak MB": Math.round(row.peakMegabytes),
        "model MB": round(row.modelMegabytes, 1),
        "rescore ms": round(row.rescoreMilliseconds, 2),
      };
    }),
  );
}

async function measure(items: number): Promise<z.infer<typeof Row>> {
  const chance = fixedChance(1);
  const random = () => toUnit(Float32Array.from({ length: dimensions }, () => chance() + chance() + chance() - 1.5));
  const cultures = Array.from({ length: 10 }, random);
  const topics = Array.from({ length: 40 }, random);
  const vectors = new Map<string, Uint16Array>();
  const made = Array.from({ length: items }, (_, n): ScoringItem => {
    const own = random();
    const [culture, topic] = [n % 10, (n * 7) % 40];
    const vector = own.map((value, i) => value + 0.7 * (cultures[culture]?.[i] ?? 0) + 0.9 * (topics[topic]?.[i] ?? 0));
    vectors.set(String(n), toHalves(toUnit(vector)));
    return {
      id: String(n),
      culture: `c${culture}`,
      topic: `t${topic}`,
      language: "en",
      questionKey: null,
      question: "",
      response: "made up",
    };
  });
  const context = {
    mask: (text: string) => text,
    answerVector: ({ id }: ScoringItem) => fromHalves(vectors.get(id) ?? new Uint16Array(dimensions)),
  };
  const start = performance.now();
  const { model, scores, search } = await fitEmbedding(() => made, context);
  let scored = 0;
  for (const _ of scores) scored++;
  if (scored !== items) throw new Error(`${scored} of ${items} items were scored`);
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const stored = model.toBytes();
  const loaded = embedding.fromBytes(stored, context);
  const edited = made.slice(0, 1).map((item) => ({ item, fittedAs: item }));
  loaded.score(edited);
  const rounds = 20;
  const again = performance.now();
  for (let round = 0; round < rounds; round++) loaded.score(edited);
  const rescoreMilliseconds = (performance.now() - again) / rounds;
  return { seconds, recall: search.recall, peakMegabytes, modelMegabytes: stored.length / 1e6, rescoreMilliseconds };
}
