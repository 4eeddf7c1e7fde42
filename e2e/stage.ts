import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { startSimulator } from "#lib/simulator/start-simulator.ts";
import { test as base, expect, type Person } from "./fixtures.ts";
import { giveGenerator } from "./operator.ts";
import { changeProject, importFile, ownerEmail, ownerName, personOf, stageFile, waitForScores } from "./person.ts";

const fixture = new URL("./fixtures/everyday-life.jsonl", import.meta.url);
const guideline =
  "# Accept\nWhat a guest would know.\n\n- ضيافة\n- One place, one habit\n\n## Reject\n\nWhat nobody there would say.";

/** Projects in all their states, for pages that are looked at and not changed. */
export interface Stage {
  owner: Person;
  page: Page;
  /** A project with conversations of many scripts, scored, with a guideline, ratings, tags, comments and decisions. */
  full: string;
  /** A project nobody has imported into. */
  empty: string;
  /** Imports of the full project: one done, one waiting for review. */
  done: string;
  review: string;
  /** A conversation with siblings. */
  item: string;
  /** One that is edited while a decision on it is on its way. */
  contested: string;
  /** A project with one conversation. */
  short: string;
  /** A project with a run that stopped at its limit, with something made and something to come. */
  ran: string;
  run: string;
  /** A culture of the full project. */
  culture: string;
  /** Where somebody invited goes. */
  invitation: string;
}

/** One stage for all tests of a worker, since it takes seconds to set. */
export const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser }, use) => {
      const address = process.env.TESSERA_E2E_ADDRESS ?? "";
      const context = await browser.newContext({
        baseURL: address,
        storageState: process.env.TESSERA_E2E_OWNER,
        // Colours that still change when they are measured would be neither of the two.
        reducedMotion: "reduce",
      });
      const owner = await personOf(context, address, { name: ownerName, email: ownerEmail });
      await use(await setStage(owner, address));
      await context.close();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

async function setStage(owner: Person, address: string): Promise<Stage> {
  const name = randomUUID().slice(0, 8);
  const [full, empty, short, ran] = [`full-${name}`, `empty-${name}`, `short-${name}`, `ran-${name}`];
  const text = await readFile(fixture, "utf8");
  const file = (content: string) => ({ name: "آداب.jsonl", bytes: Buffer.from(content) });
  await owner.call("POST", "/projects", { name: "Not begun", slug: empty });
  await owner.call("POST", "/projects", { name: "آداب الضيافة", slug: full, description: "毎日のもてなし" });
  await owner.call("POST", "/projects", { name: "One question", slug: short });
  await importFile(owner, address, short, file(text.slice(0, text.indexOf("\n") + 1)));
  await changeProject(owner, full, {
    guideline,
    ratings: ["importance", "plausibility"],
  });
  const done = await importFile(owner, address, full, file(text));
  await waitForScores(owner, full);
  const path = `/projects/${full}/conversations`;
  const { rows: list } = await owner.call("GET", `${path}?limit=40`);
  const rows = list as { id: string; version: number; questionKey: string | null; culture: { code: string } }[];
  for (const [place, kind] of (["accept", "reject", "flag", "skip"] as const).entries()) {
    const row = rows[place];
    await owner.call("POST", `${path}/${row?.id}/decisions`, { expectedVersion: row?.version, kind });
  }
  const edited = rows[4];
  await owner.call("POST", `${path}/${edited?.id}/revisions`, {
    expectedVersion: edited?.version,
    accept: true,
    turns: [
      { role: "user", content: "When is tea poured?" },
      { role: "assistant", content: "When all are seated." },
    ],
  });
  const item = rows[5]?.id ?? "";
  await owner.call("POST", `${path}/${item}/comments`, { body: "کیا یہ صرف لاہور میں ہے؟" });
  for (const tag of ["Hospitality", "ضيافة"])
    await owner.call("POST", `/projects/${full}/tags`, { parent: null, kind: "facet", name: tag, description: "" });
  const review = await stageFile(
    owner,
    address,
    full,
    file(text.replaceAll("。", "、多分。").replaceAll("غالبًا", "دائمًا")),
  );
  await owner.call("POST", `/projects/${full}/exports`, { format: "trl", filter: { culture: ["eg"] } });
  const run = await addRun(owner, ran);
  const { rows: cultures } = await owner.call("GET", `/projects/${full}/cultures`);
  const { link } = await owner.call("POST", `/projects/${full}/invitations`, { role: "annotator" });
  return {
    owner,
    page: owner.page,
    full,
    empty,
    done,
    review,
    item,
    contested: rows[6]?.id ?? "",
    short,
    ran,
    run,
    culture: (cultures as { id: string }[])[0]?.id ?? "",
    invitation: String(link),
  };
}

/** Asks a simulator until the limit of the run is reached; the simulator is gone then. */
async function addRun(owner: Person, slug: string): Promise<string> {
  const simulator = await startSimulator({ port: 0, seed: 1, latency: 0, faults: [] });
  try {
    await owner.call("POST", "/projects", { name: "開始と挨拶", slug });
    await giveGenerator(slug, simulator.url);
    const { id } = await owner.call("POST", `/projects/${slug}/runs`, {
      method: "ask",
      title: "أسئلة الضيافة",
      options: { questions: [{ text: "Who pours the tea?" }, { text: "من يدخل أولًا؟" }], cultures: ["eg", "jp", "pk"] },
      maxCalls: 4,
    });
    const run = `/projects/${slug}/runs/${id}`;
    await expect.poll(async () => (await owner.call("GET", run)).state, { timeout: 60_000 }).toBe("paused");
    await expect.poll(async () => (await owner.call("GET", run)).done, { timeout: 60_000 }).toBe(4);
    return String(id);
  } finally {
    await simulator.stop();
  }
}
