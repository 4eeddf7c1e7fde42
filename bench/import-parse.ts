/**
 * How fast lines become verdicts, beside a bare `JSON.parse` of the same lines in the same run.
 * Run: node bench/import-parse.ts [lines]
 */
import { stageFile } from "#lib/import/stage-file.ts";

const LINES = Number(process.argv[2] ?? 200_000);
const ROUNDS = 5;
const CHUNK_BYTES = 65_536;

const answers = {
  ascii: "The eldest guest pours for the others before anyone drinks, and the host is served last of all.",
  korean: "가장 나이 많은 손님이 다른 사람들에게 먼저 따르고, 주인은 마지막에 받습니다. 두 손으로 잔을 받습니다.",
  arabic: "يصب أكبر الضيوف سنًا الشاي للآخرين قبل أن يشرب أحد، ويُخدم المضيف في النهاية بكل احترام.",
} as const;

function lineOf(index: number, answer: string, turns: number): string {
  const messages = [];
  for (let turn = 0; turn < turns; turn += 2) {
    messages.push({ role: "user", content: `Question ${index}: who pours the tea at a family gathering?` });
    messages.push({ role: "assistant", content: answer });
  }
  return JSON.stringify({
    id: `sample-${index}`,
    culture: "Korea",
    language: "ko",
    source: "bench",
    topic: "Food",
    messages,
  });
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

async function secondsOf(work: () => Promise<number>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const done = await work();
    if (done !== LINES) throw new Error(`${done} of ${LINES} lines were read`);
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return best;
}

const rows = [];
for (const [name, answer] of Object.entries(answers)) {
  for (const turns of [2, 6]) {
    const lines = Array.from({ length: LINES }, (_, index) => lineOf(index, answer, turns));
    const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
    const bare = await secondsOf(async () => {
      let count = 0;
      for (const line of lines) if (JSON.parse(line) !== null) count += 1;
      return count;
    });
    const staged = await secondsOf(async () => {
      let count = 0;
      for await (const event of stageFile({ chunks: chunksOf(bytes), fileName: "bench.jsonl" })) {
        if (event.kind !== "batch") continue;
        for (const verdict of event.verdicts) if (verdict.verdict === "accepted") count += 1;
      }
      return count;
    });
    rows.push({
      text: name,
      turns,
      "bytes/line": Math.round(bytes.length / LINES),
      "JSON.parse lines/s": Math.round(LINES / bare),
      "bytes to verdict lines/s": Math.round(LINES / staged),
      ratio: Number((bare / staged).toFixed(2)),
    });
  }
}
console.table(rows);
