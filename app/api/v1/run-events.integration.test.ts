import { afterAll, beforeAll, expect, test } from "vitest";
import { RunChanges } from "#lib/schema/run.ts";
import { findRoute, loadRoute } from "./testing/find-handler.ts";
import { openTestStudio, type Person, type TestStudio } from "./testing/test-studio.ts";

let studio: TestStudio;
let projectId: string;
let viewer: Person;

beforeAll(async () => {
  studio = await openTestStudio();
  projectId = await studio.addProject("events");
  viewer = await studio.addPerson("Viewer");
  await studio.join(projectId, viewer, "viewer");
});
afterAll(() => studio.end());

/** A run under way with items that nobody works on, so that it changes only by hand. */
async function addRun(items: number): Promise<string> {
  const { world } = studio;
  const id = world.newId();
  const { _max } = await world.db.run.aggregate({ where: { projectId }, _max: { number: true } });
  await world.db.run.create({
    data: {
      id,
      projectId,
      number: (_max.number ?? 0) + 1,
      method: "ask",
      title: "Ask",
      options: {},
      seed: 1,
      models: { generator: [], judge: [] },
      prompts: {},
      state: "running",
      tick: 1,
      concurrency: 1,
      requested: items,
      items: {
        create: Array.from({ length: items }, (_, ordinal) => ({
          id: world.newId(),
          ordinal,
          row: `Question ${ordinal}?`,
          payload: {},
          needs: [],
        })),
      },
    },
  });
  return id;
}

/** Changes an item as the engine does: with the run's next tick, in one transaction. */
async function finish(run: string, ordinal: number): Promise<void> {
  const { db } = studio.world;
  await db.$transaction(async (tx) => {
    const { tick } = await tx.run.update({
      where: { id: run },
      data: { tick: { increment: 1 }, done: { increment: 1 } },
    });
    await tx.runItem.updateMany({ where: { runId: run, ordinal }, data: { state: "done", produced: 1, tick } });
  });
}

async function end(run: string): Promise<void> {
  await studio.world.db.run.update({ where: { id: run }, data: { state: "done", tick: { increment: 1 } } });
}

interface Heard {
  id: number;
  changes: RunChanges;
}

/** Listens as a browser would. */
async function listen(run: string, { query = "", last }: { query?: string; last?: number } = {}) {
  const url = new URL(`http://localhost:3000/api/v1/projects/events/runs/${run}/events${query}`);
  const found = findRoute(url.pathname);
  const door = (await loadRoute(found?.file ?? "")).GET;
  const headers = new Headers({ cookie: viewer.cookie, host: "localhost:3000" });
  if (last !== undefined) headers.set("last-event-id", String(last));
  const answer = await door?.(new Request(url, { headers }), { params: Promise.resolve(found?.params ?? {}) });
  if (answer === undefined) throw new Error("There is no such route");
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  /** The next event; null at the end. */
  const next = async (): Promise<Heard | null> => {
    for (;;) {
      const cut = text.indexOf("\n\n");
      if (cut >= 0) {
        const block = text.slice(0, cut);
        text = text.slice(cut + 2);
        const [, id, data] = /^id: (\d+)\ndata: (.+)$/.exec(block) ?? [];
        if (id !== undefined && data !== undefined)
          return { id: Number(id), changes: RunChanges.parse(JSON.parse(data)) };
        continue;
      }
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return null;
      text += decoder.decode(chunk.value, { stream: true });
    }
  };
  return { answer, next, leave: () => reader?.cancel() };
}

const ordinals = (heard: Heard | null) => heard?.changes.items?.map(({ ordinal }) => ordinal);

test("each event tells the run and the items that changed since the one before, and the stream ends with the run", async () => {
  const run = await addRun(3);
  const { answer, next } = await listen(run, { query: "?after=1" });
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  // What gathers or shrinks an answer on its way would hold events back.
  expect(answer.headers.get("cache-control")).toContain("no-transform");
  expect(await next()).toMatchObject({ id: 1, changes: { tick: 1, items: [], run: { pending: 3 } } });
  await finish(run, 2);
  const second = await next();
  expect([second?.id, ordinals(second), second?.changes.run.done]).toEqual([2, [2], 1]);
  await finish(run, 0);
  expect(ordinals(await next())).toEqual([0]);
  await end(run);
  expect(await next()).toMatchObject({ id: 4, changes: { run: { state: "done" }, items: [] } });
  expect(await next()).toBeNull();
});

test("a browser that was cut off hears what it missed and nothing twice, whatever its address says", async () => {
  const run = await addRun(3);
  await finish(run, 0);
  await finish(run, 1);
  const cut = await listen(run, { query: "?after=0", last: 2 });
  const heard = await cut.next();
  expect([heard?.id, ordinals(heard)]).toEqual([3, [1]]);
  await cut.leave();
  // Without a word of what it heard, or with one that nobody said, it is to list the items.
  const fresh = await listen(run);
  expect((await fresh.next())?.changes.items).toBeNull();
  await fresh.leave();
  const ahead = await listen(run, { last: 99 });
  expect((await ahead.next())?.changes.items).toBeNull();
  await ahead.leave();
});

test("many changes in a moment are told together", async () => {
  const run = await addRun(40);
  const { next } = await listen(run, { query: "?after=1" });
  await next();
  for (let ordinal = 0; ordinal < 40; ordinal++) await finish(run, ordinal);
  await end(run);
  const events: Heard[] = [];
  for (let heard = await next(); heard !== null; heard = await next()) events.push(heard);
  expect(events.length).toBeLessThan(40);
  expect(events.flatMap((event) => ordinals(event) ?? []).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, n) => n),
  );
});

test("whoever has heard the end is told not to ask again", async () => {
  const run = await addRun(1);
  await end(run);
  expect((await listen(run, { last: 2 })).answer.status).toBe(204);
  expect((await listen(run, { last: 1 })).answer.status).toBe(200);
});

test("a tick that is no number is refused before a stream is opened", async () => {
  const run = await addRun(1);
  const { answer } = await listen(run, { query: "?after=x" });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([422, "application/problem+json; charset=utf-8"]);
});
