/**
 * How fast projects are scored, on one core, as a table: made-up conversations of 60 to 120 words in 10 cultures, places
 * masked. Growth is the exponent e of time ~ n^e between the sizes. Each row runs in a process of its own, so that its
 * memory is its own.
 *
 *   node bench/scoring.ts [--sizes 10000,100000]
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { maskPlaces } from "#lib/import/mask-places.ts";
import { buildPlaceMatcher } from "#lib/import/place-matcher.ts";
import { EstimatorName, textEstimators } from "#lib/schema/score.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import { syntheticConversations } from "./synthetic-conversations.ts";
import { round } from "./timing.ts";

const Row = z.object({
  seconds: z.number(),
  peakMegabytes: z.number(),
  modelMegabytes: z.number(),
  rescoreMilliseconds: z.number(),
});
type Row = z.infer<typeof Row>;

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000" },
    one: { type: "string" },
    items: { type: "string", default: "10000" },
  },
});
if (values.one === undefined) printTable(values.sizes.split(",").map(Number));
else console.log(JSON.stringify(await measure(EstimatorName.parse(values.one), Number(values.items))));

function printTable(sizes: readonly number[]): void {
  const table: Record<string, number | string>[] = [];
  for (const name of textEstimators) {
    let smaller: { items: number; seconds: number } | null = null;
    for (const items of sizes) {
      const row = measureApart(name, items);
      const growth = smaller === null ? "" : Math.log(row.seconds / smaller.seconds) / Math.log(items / smaller.items);
      table.push({
        estimator: name,
        items,
        s: round(row.seconds, 2),
        "items/s": Math.round(items / row.seconds),
        growth: typeof growth === "number" ? round(growth, 2) : growth,
        "peak MB": Math.round(row.peakMegabytes),
        "model MB": round(row.modelMegabytes, 1),
        "rescore ms": round(row.rescoreMilliseconds, 2),
      });
      smaller = { items, seconds: row.seconds };
    }
  }
  console.table(table);
}

function measureApart(name: EstimatorName, items: number): Row {
  const file = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, [file, "--one", name, "--items", String(items)], { encoding: "utf8" });
  return Row.parse(JSON.parse(output));
}

async function measure(name: EstimatorName, items: number): Promise<Row> {
  const matcher = buildPlaceMatcher(Array.from({ length: 600 }, (_, i) => `Place${i} of Names`));
  const context = { mask: (text: string) => maskPlaces(text, matcher) };
  const made = [...syntheticConversations({ items, cultures: 10, seed: 1 })];
  const start = performance.now();
  const { model, scores } = await estimators[name].fit(() => made, context);
  let scored = 0;
  for (const _ of scores) scored++;
  if (scored !== items) throw new Error(`${scored} of ${items} items were scored`);
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const stored = model.toBytes();
  const loaded = estimators[name].fromBytes(stored, context);
  // The items of one question, over and over: the first call also builds the indexes.
  const question = made.slice(0, estimators[name].scope === "question" ? 10 : 1);
  const edited = question.map((item) => ({ item, fittedAs: item }));
  loaded.score(edited);
  const rounds = 50;
  const again = performance.now();
  for (let round = 0; round < rounds; round++) loaded.score(edited);
  return {
    seconds,
    peakMegabytes,
    modelMegabytes: stored.length / 1e6,
    rescoreMilliseconds: (performance.now() - again) / rounds,
  };
}
