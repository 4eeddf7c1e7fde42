import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { encodeCursor } from "#lib/db/conversation-cursor.ts";
import type { ConversationPage } from "#lib/schema/conversation-view.ts";
import { listConversations } from "./list-conversations.ts";
import { readChanges } from "./read-changes.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

let world: TestWorld;
let projectId: string;
let ids: string[];

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject("news");
  const lines = ["us", "jp", "eg", "us"].map((culture, n) =>
    record(`row-${n}`, culture, `Question ${n}?`, `Answer ${n}.`),
  );
  await importText(world, { project: "news", text: jsonLines(lines) });
  const rows = await world.db.conversation.findMany({ where: { projectId }, orderBy: { externalId: "asc" } });
  ids = rows.map(({ id }) => id);
});
afterAll(() => world.end());

const list = (query: object): Promise<z.output<typeof ConversationPage>> =>
  listConversations.run(world, operator, { project: "news", ...query });

test("says why a measure has no value, in the words of the estimator that is shown", async () => {
  const [first, second, third] = ids;
  await world.pool.query("UPDATE project SET shown_distinctiveness = 'siblings' WHERE id = $1", [projectId]);
  await world.pool.query(
    `INSERT INTO score (conversation_id, estimator, version, revision, representativeness, representativeness_percentile, representativeness_reason, distinctiveness, distinctiveness_percentile, distinctiveness_reason, parts)
     VALUES ($1, 'lexical', '1', 1, 0.5, 0.5, NULL, NULL, NULL, 'Lexically too short.', '{}'), ($1, 'siblings', '1', 1, NULL, NULL, 'Never shown.', NULL, NULL, 'It has no siblings.', '{}'),
       ($2, 'lexical', '1', 1, NULL, NULL, 'The text is too short.', NULL, NULL, 'Not shown.', '{}')`,
    [first, second],
  );
  await world.pool.query(
    "UPDATE conversation SET representativeness = 0.5, representativeness_percentile = 0.5 WHERE id = $1",
    [first],
  );
  const { rows } = await list({});
  const reasons = new Map(rows.map(({ id, unscored }) => [id, unscored]));
  expect(reasons.get(first ?? "")).toEqual({ representativeness: null, distinctiveness: "It has no siblings." });
  expect(reasons.get(second ?? "")).toEqual({
    representativeness: "The text is too short.",
    distinctiveness: "It has not been scored yet.",
  });
  expect(reasons.get(third ?? "")).toEqual({
    representativeness: "It has not been scored yet.",
    distinctiveness: "It has not been scored yet.",
  });
});

test("refuses a cursor that names a group or a value that its sort does not have", async () => {
  const [id = ""] = ids;
  const cases = [
    { sort: "culture.ascending", by: "culture", value: "nowhere" },
    { sort: "status.ascending", by: "status", value: "lost" },
    { sort: "updated.ascending", by: "updated", value: "yesterday" },
    { sort: "representativeness.ascending", by: "representativeness", value: "0.5" },
  ] as const;
  for (const { sort, by, value } of cases) {
    const cursor = encodeCursor([{ by, direction: "ascending" }], { values: [value], id });
    await expect(list({ sort, cursor }), sort).rejects.toMatchObject({ code: "invalid" });
  }
});

test("counts what was added and what was changed since, under the filter", async () => {
  const changes = (since: string, filter: object = {}) =>
    readChanges.run(world, operator, { project: "news", since, ...filter });
  expect(await changes("2020-01-01T00:00:00.000Z")).toMatchObject({ added: 4, changed: 0 });
  const { now } = await changes("2020-01-01T00:00:00.000Z", { culture: ["us"] });
  expect(await changes(now)).toMatchObject({ added: 0, changed: 0 });
  await world.pool.query(
    "UPDATE conversation SET updated_at = $2::timestamptz + interval '1 second', created_at = created_at - interval '1 day' WHERE id = $1",
    [ids[1], now],
  );
  expect(await changes(now)).toMatchObject({ added: 0, changed: 1 });
  expect(await changes(now, { culture: ["jp"] })).toMatchObject({ added: 0, changed: 1 });
  expect(await changes(now, { culture: ["-jp"] })).toMatchObject({ added: 0, changed: 0 });
});
