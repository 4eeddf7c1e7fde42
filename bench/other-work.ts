import { z } from "zod";
import type { ApiHand } from "./api-hand.ts";
import { fileOf } from "./lines.ts";
import { waitFor } from "./timing.ts";

const Job = z.looseObject({ id: z.string(), state: z.string() });
const Stated = z.looseObject({ state: z.string() });
const importedRows = 2_000;
const patience = 180_000;

/** What else a studio does while people decide: an export of everything, an import of rows and the scoring that follows. */
export async function startOtherWork(ask: ApiHand): Promise<string[]> {
  const exporting = begin(ask, "/exports", { format: "tessera", filter: {} }, "/exports", "ready");
  const importing = importFile(ask);
  return Promise.all([exporting, importing]);
}

async function importFile(ask: ApiHand): Promise<string> {
  // Other ids than those of the rows before, and of the rows of an earlier run.
  const prefix = crypto.randomUUID().slice(0, 8);
  const parts: Uint8Array[] = [];
  for await (const part of fileOf(importedRows, "single")) parts.push(part);
  const text = Buffer.concat(parts).toString().replaceAll('"id":"row-', `"id":"${prefix}-`);
  const uploaded = await ask("POST", `/imports?fileName=${prefix}.jsonl&newCultures=create`, new Blob([text]));
  const { data } = Job.safeParse(uploaded.body);
  if (data === undefined) return `import: not done, ${uploaded.status} ${JSON.stringify(uploaded.body).slice(0, 200)}`;
  const staged = await reach(ask, `/imports/${data.id}`, "review");
  if (staged !== "review") return `import: not done, ${staged}`;
  return begin(ask, `/imports/${data.id}/commit`, {}, "/imports", "done");
}

async function begin(ask: ApiHand, path: string, body: unknown, jobs: string, wanted: string): Promise<string> {
  const started = performance.now();
  const answer = await ask("POST", path, body);
  const { data } = Job.safeParse(answer.body);
  const id = data?.id ?? path.split("/")[2];
  if (answer.status !== 200 || id === undefined)
    return `${path}: not done, ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`;
  const state = await reach(ask, `${jobs}/${id}`, wanted);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `${jobs.slice(1, -1)} beside it: ${state === wanted ? `done in ${seconds} s` : `not done, ${state}`}`;
}

/** Asks until what is asked for is in the state wanted, or in one from which it does not get there. */
export async function reach(ask: ApiHand, path: string, wanted: string): Promise<string> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const { status, body } = await ask("GET", path);
    const { data } = z
      .union([Stated, z.looseObject({ import: Stated }).transform((each) => each.import)])
      .safeParse(body);
    if (data === undefined) return `${status} ${JSON.stringify(body).slice(0, 200)}`;
    if (data.state === wanted || ["failed", "cancelled", "done", "ready"].includes(data.state)) return data.state;
    await waitFor(250);
  }
  return "too slow";
}
