/**
 * How fast nearest neighbours are found, in seconds of processor time, and how many of them: how wide the fast search had to
 * look, and its recall@10 against an exact one (five neighbours at home, five abroad, of 100 items). The corpora are made up:
 * `noise` has words drawn by Zipf's law alone, so that nothing is truly near anything, the hardest case; in `themes` sixty
 * items say the same in other words, as answers to one question do. Or one's own, with `--file`: JSON lines with `culture`,
 * `language` and `messages`. Each row runs in a process of its own.
 *
 *   node bench/neighbours.ts [--sizes 10000,20000,50000,100000] [--cultures 10] [--file FILE …]
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { baseLanguage } from "#lib/scoring/base-language.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";
import { LexicalReader } from "#lib/scoring/lexical/reader.ts";
import { findNeighbours } from "#lib/scoring/neighbours/find-neighbours.ts";
import { lexicalSpaces } from "#lib/scoring/neighbours/lexical-spaces.ts";
import { countDocument, createDocumentFrequencies, inverseDocumentFrequency } from "#lib/scoring/text-vectors.ts";
import { upsert } from "#lib/scoring/upsert.ts";
import { syntheticConversations } from "./synthetic-conversations.ts";
import { round } from "./timing.ts";

const Row = z.object({
  items: z.int(),
  /** How wide the search looked, against the usual one; null where it was exact. */
  width: z.number().nullable(),
  build: z.number(),
  search: z.number(),
  exact: z.number(),
  recall: z.number(),
  peakMegabytes: z.number(),
});
type Row = z.infer<typeof Row>;
const Line = z.object({
  culture: z.string(),
  language: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,20000,50000,100000" },
    cultures: { type: "string", default: "10" },
    file: { type: "string", multiple: true, default: [] },
    one: { type: "string" },
    items: { type: "string", default: "10000" },
  },
});
if (values.one === undefined) printTable();
else console.log(JSON.stringify(await measure(corpus(values.one, Number(values.items), Number(values.cultures)))));

function printTable(): void {
  const corpora = values.file.length > 0 ? values.file : ["themes", "noise"];
  const sizes = values.file.length > 0 ? [0] : values.sizes.split(",").map(Number);
  console.table(
    corpora.flatMap((name) =>
      sizes.map((size) => {
        const { items, width, build, search, exact, recall, peakMegabytes } = measureApart(name, size);
        return {
          corpus: name.split("/").at(-1),
          items,
          width: width ?? "exact",
          "build s": round(build, 1),
          "search s": round(search, 1),
          "exact s (reckoned)": round(exact, 0),
          "recall@10": round(recall, 3),
          "peak MB": Math.round(peakMegabytes),
        };
      }),
    ),
  );
}

function measureApart(name: string, items: number): Row {
  const args = [fileURLToPath(import.meta.url), "--one", name, "--items", String(items), "--cultures", values.cultures];
  return Row.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })));
}

async function measure(items: readonly ScoringItem[]): Promise<Row> {
  const context = { mask: (text: string) => text };
  const idfs = rarity(items);
  const start = processorSeconds();
  const { spaces } = await lexicalSpaces(items, (language) => idfs.get(language) ?? null, context);
  const built = processorSeconds();
  let found = 0;
  let widest = 0;
  const recall = { hits: 0, of: 0 };
  for (const space of spaces) {
    // A fast search at every size, unless none finds enough.
    const pass = findNeighbours(
      {
        ...space,
        search(width) {
          widest = width;
          return space.search(width);
        },
      },
      0,
    );
    recall.hits += pass.recall.hits;
    recall.of += pass.recall.of;
    for (const _ of pass.neighbours) found++;
  }
  const searched = processorSeconds();
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return {
    items: found,
    width: Number.isFinite(widest) ? widest : null,
    build: built - start,
    search: searched - built,
    exact: spaces.reduce((sum, space) => sum + reckonExact(space), 0),
    recall: recall.of === 0 ? 1 : recall.hits / recall.of,
    peakMegabytes,
  };

  /** Seconds that an exact search of all rows takes, by the first fifty. */
  function reckonExact(space: (typeof spaces)[number]): number {
    const { neighbours } = findNeighbours(space, Number.POSITIVE_INFINITY);
    const began = processorSeconds();
    let rows = 0;
    for (const _ of neighbours) if (++rows === 50) break;
    return ((processorSeconds() - began) * space.ids.length) / rows;
  }
}

/** Of this process so far: what others do on the machine does not count. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function rarity(items: readonly ScoringItem[]): Map<string, Float32Array> {
  const reader = new LexicalReader({ mask: (text) => text });
  const counts = new Map<string, ReturnType<typeof createDocumentFrequencies>>();
  for (const item of items) {
    const { response, question } = reader.tokens(item);
    countDocument([response.tokens, question], upsert(counts, baseLanguage(item.language), createDocumentFrequencies));
  }
  return new Map([...counts].map(([language, frequencies]) => [language, inverseDocumentFrequency(frequencies)]));
}

function corpus(name: string, items: number, cultures: number): ScoringItem[] {
  if (name === "noise") return [...syntheticConversations({ items, cultures, seed: 1 })];
  if (name === "themes") return themes([...syntheticConversations({ items, cultures, seed: 2 })]);
  const lines = readFileSync(name, "utf8").trim().split("\n");
  return lines.map((line, place): ScoringItem => {
    const { culture, language, messages } = Line.parse(JSON.parse(line));
    const said = (role: string) =>
      messages.flatMap((message) => (message.role === role ? [message.content] : [])).join("\n");
    const id = String(place).padStart(9, "0");
    return {
      id,
      culture,
      language,
      topic: null,
      questionKey: null,
      question: said("user"),
      response: said("assistant"),
    };
  });
}

/** Sixty items in a row say the same in other words: six of each of ten cultures, two words in five their own. */
function themes(items: ScoringItem[]): ScoringItem[] {
  return items.map((item, place) => {
    const theme = items[place - (place % 60)] ?? item;
    const own = item.response.split(" ");
    const words = theme.response.split(" ").map((word, at) => ((at * 7 + place) % 5 < 2 ? (own[at] ?? word) : word));
    return { ...item, question: theme.question, response: words.join(" ") };
  });
}
