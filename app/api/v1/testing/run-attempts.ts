import type { World } from "#lib/world/world.ts";
import type { Attempts, Ground } from "./attempt.ts";

/** How to ask about runs, start them and steer them; each asker gets a run of its own. */
export function runAttempts({ world, slug, id }: Ground): Attempts {
  let count = 0;
  const base = `/api/v1/projects/${slug}`;
  const get = (part: string) => async () => ({ path: `${base}${part}` });
  const project = "/api/v1/projects/{project}";
  return {
    [`GET ${project}/runs`]: get("/runs"),
    [`POST ${project}/runs`]: async () => ({
      path: `${base}/runs`,
      body: {
        method: "ask",
        options: { questions: [{ text: "Who pours the tea?" }], cultures: ["jp"] },
        models: {
          generator: [{ connection: await addConnection(world, `connection-${slug}-${++count}`), model: "any" }],
        },
      },
    }),
    [`GET ${project}/runs/{run}`]: async () => ({ path: `${base}/runs/${await addRun(world, id, "done")}` }),
    [`PATCH ${project}/runs/{run}`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "paused")}`,
      body: { expectedVersion: 1, concurrency: 2 },
    }),
    [`POST ${project}/runs/{run}/pause`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "running")}/pause`,
      body: {},
    }),
    [`POST ${project}/runs/{run}/resume`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "paused")}/resume`,
      body: {},
    }),
    [`POST ${project}/runs/{run}/cancel`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "paused")}/cancel`,
      body: {},
    }),
    [`POST ${project}/runs/{run}/retry`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "paused")}/retry`,
      body: {},
    }),
    [`GET ${project}/runs/{run}/changes`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "done")}/changes`,
    }),
    [`GET ${project}/runs/{run}/events`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "done")}/events`,
    }),
    [`GET ${project}/runs/{run}/items`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "done")}/items`,
    }),
    [`GET ${project}/runs/{run}/lanes`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "done")}/lanes`,
    }),
    [`GET ${project}/runs/{run}/problems`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "done")}/problems`,
    }),
    [`GET ${project}/runs/{run}/attempts`]: async () => ({
      path: `${base}/runs/${await addRun(world, id, "done")}/attempts`,
    }),
    [`GET ${project}/runs/{run}/attempts/{attempt}`]: async () => {
      const run = await addRun(world, id, "done");
      const { id: attempt } = await world.db.attempt.findFirstOrThrow({ where: { runId: run } });
      return { path: `${base}/runs/${run}/attempts/${attempt}` };
    },
  };
}

/** A run in some state, with one failed item and the call that it failed by. No worker looks at it here. */
async function addRun(world: World, projectId: string, state: string): Promise<string> {
  const id = world.newId();
  const [item, connectionId] = [world.newId(), world.newId()];
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
      state,
      concurrency: 1,
      requested: 1,
      failed: 1,
      calls: 1,
      items: {
        create: {
          id: item,
          ordinal: 0,
          row: "Who pours the tea?",
          payload: {},
          needs: [],
          state: "failed",
          code: "timeout",
        },
      },
      attempts: {
        create: {
          id: world.newId(),
          itemId: item,
          askKey: world.newId(),
          number: 1,
          worker: world.newId(),
          connectionId,
          model: "any",
          role: "generator",
          prompt: "answer",
          promptRevision: "1",
          request: {},
          state: "failed",
          code: "timeout",
        },
      },
    },
  });
  return id;
}

async function addConnection(world: World, name: string): Promise<string> {
  const id = world.newId();
  await world.db.connection.create({
    data: {
      id,
      name,
      baseUrl: "http://127.0.0.1:9/v1",
      models: [],
      concurrency: 1,
      timeoutSeconds: 1,
      simulated: true,
      createdAt: world.now(),
    },
  });
  return id;
}
