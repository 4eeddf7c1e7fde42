/**
 * Many annotators at once, over HTTP against a studio started as `npm start` does (build it first: `npm run build`):
 *
 *     node --conditions=react-server bench/annotators.ts [--rows 50000] [--people 25] [--seconds 120] [--crowd 50] [--rush 60] [--folder FOLDER]
 *
 * First `people` with 2 to 4 seconds between decisions for half of `seconds`, when nothing is left to score; then for `seconds`,
 * while an export and an import with its scoring run; then a `crowd` without a pause for `rush` seconds. Some decisions are sent
 * twice at once under one key, as after a lost answer. At the end the database is asked what of it is stored, and the project is
 * verified. Ends with status 1 when anything failed, was lost or was stored twice. Beside it stands a bare transaction in the
 * same rhythm.
 */
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Pool } from "pg";
import { newDataFolder, startStudio } from "#e2e/studio.ts";
import { verify } from "#lib/services/verify.ts";
import type { World } from "#lib/world/world.ts";
import { annotate, newTally, type Tally } from "./annotate.ts";
import { apiHand } from "./api-hand.ts";
import { bareWrite, dropBare, prepareBare } from "./bare-write.ts";
import { type ImportedProject, importedProject } from "./imported-project.ts";
import { reach, startOtherWork } from "./other-work.ts";
import { addPeople, type BenchPerson } from "./people.ts";
import { withWorldIn } from "./studio.ts";
import { timing, waitFor } from "./timing.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "50000" },
    people: { type: "string", default: "25" },
    seconds: { type: "string", default: "120" },
    crowd: { type: "string", default: "50" },
    rush: { type: "string", default: "60" },
    folder: { type: "string" },
  },
});
const [rows, people, seconds, crowd, rush] = [
  Number(values.rows),
  Number(values.people),
  Number(values.seconds),
  Number(values.crowd),
  Number(values.rush),
];
/** What people take between two decisions, in milliseconds. */
const think = [2_000, 4_000] as const;
/** More than any machine of ours decides in a second. */
const mostPerSecond = 400;

/** As many hands as in the second part, each beginning its next bare transaction when the last one is through. */
async function measureBare(pool: Pool, ids: readonly string[]): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  const started = performance.now();
  const one = async (_: unknown, hand: number) => {
    for (let at = hand; at < ids.length; at += crowd) {
      const began = performance.now();
      await bareWrite(pool, ids[at] ?? "");
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: crowd }, one));
  return { times, seconds: (performance.now() - started) / 1000 };
}

async function prepare(world: World) {
  const wanted = Math.min(rows, people * seconds + rush * mostPerSecond);
  const project = await importedProject(world, rows, wanted);
  const ids = await prepareBare(world.pool, project.id);
  const bare = await measureBare(world.pool, ids);
  await dropBare(world.pool);
  const hands = await addPeople(world, project.id, "annotator", Math.max(people, crowd));
  const [curator] = await addPeople(world, project.id, "curator", 1);
  if (curator === undefined) throw new Error("There is nobody to run the other work.");
  return { project, bare, hands, curator };
}

async function together(
  address: string,
  project: ImportedProject,
  hands: readonly BenchPerson[],
  forSeconds: number,
  pause: readonly [number, number] | null,
): Promise<Tally> {
  const tally = newTally();
  const started = performance.now();
  const until = started + forSeconds * 1000;
  const ask = (person: BenchPerson) => apiHand(address, project.slug, person);
  await Promise.all(hands.map((person, hand) => annotate({ ask: ask(person), hand, until, pause, tally })));
  tally.seconds = (performance.now() - started) / 1000;
  return tally;
}

/** What the database says of the decisions that were answered with 200. */
async function audit(world: World, project: ImportedProject, hands: readonly BenchPerson[], tallies: readonly Tally[]) {
  const users = hands.map(({ userId }) => userId);
  const stored = await world.pool.query<{ conversation: string; event: string }>(
    "SELECT conversation_id AS conversation, event_number::text AS event FROM decision WHERE project_id = $1 AND user_id = ANY($2)",
    [project.id, users],
  );
  const answered = tallies.flatMap(({ decided }) => decided);
  const events = new Set(stored.rows.map(({ event }) => event));
  const conversations = new Set(stored.rows.map(({ conversation }) => conversation));
  const { projects } = await verify(world, project.slug);
  return {
    answered: answered.length,
    stored: stored.rows.length,
    lost: answered.filter(({ event }) => !events.has(String(event))).length,
    doubled:
      stored.rows.length - conversations.size + (answered.length - new Set(answered.map((each) => each.event)).size),
    differences: projects.reduce((sum, { differences }) => sum + differences.length, 0),
  };
}

const folder = values.folder ?? (await newDataFolder());
try {
  const { project, bare, hands, curator } = await withWorldIn(folder, prepare);
  const studio = await startStudio({ data: folder, fresh: false });
  const tallies: [string, Tally][] = [];
  const notes: string[] = [];
  try {
    // The first asks pay for what is compiled and counted once.
    await together(studio.address, project, hands.slice(0, 2), 2, null).then((warm) => tallies.push(["warm-up", warm]));
    const lead = apiHand(studio.address, project.slug, curator);
    if ((await reach(lead, "/scores", "idle")) !== "idle")
      notes.push("the scores were not at rest when the people began");
    const alone = await together(studio.address, project, hands.slice(0, people), seconds / 2, think);
    tallies.push([`${people} at once, nothing beside them`, alone]);
    const other = startOtherWork(lead);
    const calm = await together(studio.address, project, hands.slice(0, people), seconds, think);
    tallies.push([`${people} at once, import and export beside`, calm]);
    notes.push(...(await other));
    await waitFor(1000);
    tallies.push([
      `${crowd} at once, without a pause`,
      await together(studio.address, project, hands.slice(0, crowd), rush, null),
    ]);
  } finally {
    await studio.stop();
  }
  const found = await withWorldIn(folder, (world) =>
    audit(
      world,
      project,
      hands,
      tallies.map(([, tally]) => tally),
    ),
  );

  const measured = tallies.slice(1);
  const table = Object.fromEntries([
    ...measured.flatMap(([name, tally]) => [
      [`${name}: decide`, { ...timing(tally.decide), "per second": rate(tally.decide.length, tally.seconds) }],
      [`${name}: next card`, { ...timing(tally.claim), "per second": rate(tally.claim.length, tally.seconds) }],
      [`${name}: page of 200 rows`, { ...timing(tally.page), "per second": rate(tally.page.length, tally.seconds) }],
    ]),
    [
      `reference: bare UPDATE + INSERT, ${crowd} at once`,
      { ...timing(bare.times), "per second": rate(bare.times.length, bare.seconds) },
    ],
  ]);
  console.log(`${rows} conversations`);
  console.table(table);
  for (const note of notes) console.log(note);
  const failures = tallies.flatMap(([name, { failures }]) => failures.map((failure) => `${name}: ${failure}`));
  const server = failures.filter((failure) => /: (0|5\d\d) /.test(failure)).length;
  for (const failure of failures.slice(0, 10)) console.log(failure);
  console.log(
    `${failures.length} errors, ${server} of them five-hundreds or no answer; ${found.answered} decisions answered, ${found.stored} stored, ${found.lost} lost, ${found.doubled} doubled; verify: ${found.differences} differences`,
  );
  const ranDry = tallies.some(([, tally]) => tally.dry > 0);
  if (ranDry) console.log("The queue ran dry before the time was up; take more rows.");
  const sound = found.stored === found.answered && found.lost + found.doubled + found.differences === 0;
  if (failures.length > 0 || !sound || notes.some((note) => note.includes("not done"))) process.exitCode = 1;
} finally {
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

function rate(count: number, inSeconds: number): number {
  return Number((count / inSeconds).toFixed(1));
}
