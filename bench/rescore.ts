/**
 * How long it takes until an edited conversation and its siblings have their new scores:
 * `node --expose-gc bench/rescore.ts [conversations]`. A project of made-up conversations, ten cultures answering each
 * question, imported and scored as workers do it; then edits one after the other, each scored again at once, beside bare
 * writes of as many scores. The first edit also reads the models.
 */
import { editConversation } from "#lib/services/edit-conversation.ts";
import { rescoreConversation } from "#lib/services/rescore-conversation.ts";
import { scoreProject } from "#lib/services/score-project.ts";
import type { World } from "#lib/world/world.ts";
import { makeProject, operator, withBenchWorld } from "./studio.ts";
import { syntheticConversations } from "./synthetic-conversations.ts";
import { timing } from "./timing.ts";

const count = Number(process.argv[2] ?? 100_000);
const rounds = 60;
const slug = "rescore";

await withBenchWorld(async (world) => {
  const projectId = await makeProject(world, slug);
  await fill(world, projectId);
  const scoring = performance.now();
  await scoreProject(world, projectId);
  console.log(`${count} conversations scored in ${((performance.now() - scoring) / 1000).toFixed(1)} s`);
  const { rows } = await world.pool.query<{ id: string; version: number; question: string; siblings: number }>(
    `SELECT id, version, question, (SELECT count(*)::int FROM conversation other WHERE other.project_id = $1 AND other.question_key = own.question_key) AS siblings
     FROM conversation own WHERE project_id = $1 ORDER BY md5(id::text) LIMIT $2`,
    [projectId, rounds + 1],
  );
  const edits = noTimes();
  const scorings = noTimes();
  const bare = noTimes();
  let first = 0;
  for (const [round, row] of rows.entries()) {
    const turns = [
      { role: "user" as const, content: row.question },
      { role: "assistant" as const, content: `Once more, said otherwise, number ${round}: ${row.question}` },
    ];
    const conversation = row.id;
    await timed(round === 0 ? noTimes() : edits, () =>
      editConversation.run(world, operator, { project: slug, conversation, expectedVersion: row.version, turns }),
    );
    const scored = await timed(round === 0 ? noTimes() : scorings, () =>
      rescoreConversation(world, projectId, conversation),
    );
    if (round === 0) first = scored;
    else await timed(bare, () => rewrite(world, projectId, conversation));
  }
  console.log(
    `${rows[0]?.siblings} conversations to a question; the first scoring, which reads the models: ${first.toFixed(0)} ms`,
  );
  console.table({
    "edit, through the service": told(edits),
    "score again: the item and its siblings": told(scorings),
    "reference: bare UPDATE of the same scores": told(bare),
  });
});

interface Times {
  elapsed: number[];
  /** Processor time of this process: what is left of a figure when other work holds the machine up. */
  own: number[];
}

function noTimes(): Times {
  return { elapsed: [], own: [] };
}

function told({ elapsed, own }: Times) {
  return { ...timing(elapsed), "own CPU p50 ms": timing(own)["p50 ms"] };
}

/** Adds how long a piece of work takes to the times of its kind; returns that too, in milliseconds. */
async function timed(times: Times, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  times.elapsed.push(elapsed);
  times.own.push((user + system) / 1000);
  return elapsed;
}

/** Writes what stands, as often as scoring writes. */
async function rewrite(world: World, projectId: string, conversation: string): Promise<void> {
  await world.pool.query(
    `UPDATE score SET computed_at = now(), parts = score.parts FROM conversation own JOIN conversation sibling
       ON sibling.project_id = own.project_id AND sibling.question_key = own.question_key
     WHERE own.project_id = $1 AND own.id = $2 AND score.conversation_id = sibling.id
       AND (score.estimator = 'siblings' OR score.conversation_id = own.id)`,
    [projectId, conversation],
  );
}

/** Fills a project through its real tables. */
async function fill(world: World, projectId: string): Promise<void> {
  const cultures = await world.db.culture.findMany({
    where: { projectId },
    orderBy: { code: "asc" },
    select: { id: true },
  });
  const codes = new Map<string, string>();
  const cultureOf = (code: string) => {
    const known = codes.get(code) ?? cultures[codes.size]?.id ?? "";
    codes.set(code, known);
    return known;
  };
  let batch: Record<string, unknown>[] = [];
  const flush = async () => {
    await world.pool.query(
      `WITH made AS (SELECT * FROM json_to_recordset($2) AS m (id uuid, culture uuid, language text, question_key text, question text, turns json)),
       conversations AS (
         INSERT INTO conversation (id, project_id, culture_id, language, question_key, question, content_hash)
         SELECT id, $1, culture, language, question_key, left(question, 280), id FROM made
       )
       INSERT INTO revision (conversation_id, number, turns, sha256) SELECT id, 1, turns, md5(id::text) || md5(id::text) FROM made`,
      [projectId, JSON.stringify(batch)],
    );
    batch = [];
  };
  for (const item of syntheticConversations({ items: count, cultures: 10, seed: 1 })) {
    const { culture, language, questionKey, question, response } = item;
    const turns = [
      { role: "user", content: question },
      { role: "assistant", content: response },
    ];
    batch.push({
      id: world.newId(),
      culture: cultureOf(culture),
      language,
      question_key: questionKey,
      question,
      turns,
    });
    if (batch.length === 5_000) await flush();
  }
  if (batch.length > 0) await flush();
  await world.pool.query("ANALYZE conversation, revision");
}
