import type { World } from "#lib/world/world.ts";
import { madeTexts, textsPerLanguage } from "./made-texts.ts";
import { makeProject, withBenchWorld, withWorldIn } from "./studio.ts";

/** A big project to measure on. */
export interface MadeProject {
  id: string;
  slug: string;
  rows: number;
  /** Ids of the five reviewers, the busiest first. */
  reviewers: readonly string[];
}

/** From the commonest to the rarest: a culture's share falls as one over its place. */
const cultures = "us jp in eg cn gb th br de mx fr ng kr id tr ke vn pl ir sa".split(" ");
const ownLanguage: Readonly<Record<string, string>> = { jp: "ja", in: "hi", eg: "ar", sa: "ar", cn: "zh", th: "th" };
const imports = 10;

/**
 * A world with a made-up project of so many conversations. Given a folder, the project is kept there and found again at the
 * next run; without one, everything goes away at the end.
 */
export async function withMadeProject<Result>(
  rows: number,
  folder: string | undefined,
  work: (world: World, project: MadeProject) => Promise<Result>,
): Promise<Result> {
  if (folder === undefined) return withBenchWorld(async (world) => work(world, await findOrMake(world, rows)));
  return withWorldIn(folder, async (world) => work(world, await findOrMake(world, rows)));
}

async function findOrMake(world: World, rows: number): Promise<MadeProject> {
  const slug = `made-${rows}`;
  const found = await world.db.project.findUnique({ where: { slug }, select: { id: true } });
  if (found === null) {
    const started = performance.now();
    await makeRows(world, await makeProject(world, slug), rows);
    console.log(`${rows} conversations made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  const { id } = await world.db.project.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const people = await world.db.user.findMany({
    where: { memberships: { some: { projectId: id } } },
    orderBy: { name: "asc" },
    select: { id: true },
  });
  return { id, slug, rows, reviewers: people.map((person) => person.id) };
}

/**
 * Fills a project through its real tables, set by set: ten imports one after the other, the last three of one culture each and
 * the last two made by methods; twenty cultures of very unequal size, half of the texts in their own language; decisions
 * mostly on the older rows; scores on four rows in five; tags on a third. The same number of rows gives the same project.
 */
async function makeRows(world: World, projectId: string, rows: number): Promise<void> {
  const client = await world.pool.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    await run("BEGIN");
    await run("SET LOCAL work_mem = '128MB'");
    await run("SET LOCAL synchronous_commit = off");
    await run("SELECT setseed(0.42)");
    await run(
      `INSERT INTO "user" (id, name, email, updated_at) SELECT gen_random_uuid(), 'Reviewer ' || n, 'reviewer-' || n || '-' || $1 || '@bench.example', now() FROM generate_series(1, 5) n`,
      [projectId],
    );
    await run(
      `INSERT INTO membership (project_id, user_id, role) SELECT $1::uuid, id, 'annotator' FROM "user" WHERE email LIKE '%-' || $1::text || '@bench.example'`,
      [projectId],
    );
    await run(
      `INSERT INTO import (id, project_id, file_name, sha256, bytes, state, created_at, finished_at, read, inserted)
       SELECT gen_random_uuid(), $1, 'batch-' || lpad(n::text, 2, '0') || '.jsonl', md5(n::text) || md5(n::text), 1000, 'done', start + n * interval '6 days', start + n * interval '6 days', $2 / ${imports}, $2 / ${imports}
       FROM generate_series(0, ${imports - 1}) n, (SELECT timestamptz '2026-03-01 08:00Z' AS start) s`,
      [projectId, rows],
    );
    await run("CREATE TEMP TABLE made_text (language text, place int, question text, sentence text) ON COMMIT DROP");
    for (const { language, questions, sentences } of madeTexts())
      await run(
        "INSERT INTO made_text SELECT $1, row_number() OVER () - 1, question, sentence FROM unnest($2::text[], $3::text[]) u (question, sentence)",
        [language, questions, sentences],
      );
    await run("ANALYZE made_text");
    await run(drawRows, [rows, cultures]);
    await run("ANALYZE drawn");
    await run(nameRows, [projectId, JSON.stringify(ownLanguage)]);
    await run("CREATE INDEX ON made (n)");
    await run("ANALYZE made");
    const indexes = await dropIndexes(run);
    for (let from = 0; from < rows; from += 100_000) await run(insertConversations, [projectId, from, from + 100_000]);
    await run(insertRevisions);
    // Whatever these rows point to was written just now, so that nothing is looked up row by row.
    await run("SET LOCAL session_replication_role = replica");
    await run(insertScores);
    await run(insertTags, [projectId]);
    await run(insertDecisions, [projectId]);
    await run("SET LOCAL session_replication_role = origin");
    await run("SET LOCAL maintenance_work_mem = '512MB'");
    for (const index of indexes) await run(index);
    await run("COMMIT");
    await run("VACUUM ANALYZE");
  } catch (error) {
    await run("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** What chance decides of each row, `n` from 0: the earliest rows first. */
const drawRows = `
  CREATE TEMP TABLE drawn ON COMMIT DROP AS
  SELECT n, batch, start + n % ($1 / ${imports} + 1) * interval '20 milliseconds' AS created,
    CASE WHEN batch >= ${imports - 3} THEN ($2::text[])[batch - ${imports - 4}]
      ELSE ($2::text[])[least(${cultures.length}, floor(exp(chance_culture * ln(${cultures.length + 1})))::int)] END AS culture,
    chance_language, chance_topic, chance_score, chance_status,
    chance_decided < CASE WHEN n < $1 * 0.28 THEN 0.95 ELSE 0.05 END AS decided,
    chance_flag < 0.005 AS flagged, chance_edit < 0.03 AS edited, chance_assign < 0.05 AS assigned,
    CASE WHEN batch < ${imports - 2} THEN NULL WHEN chance_method < 0.6 THEN 'self-instruct' WHEN chance_method < 0.9 THEN 'rewrite' ELSE 'translate' END AS method,
    1 + floor(5 * chance_reviewer * chance_reviewer)::int AS reviewer,
    floor(${textsPerLanguage} * text_a * text_a)::int AS text_a, floor(${textsPerLanguage} * text_b * text_b)::int AS text_b, floor(${textsPerLanguage} * text_c)::int AS text_c, chance_tag
  FROM (
    SELECT n, (n * ${imports}::bigint / $1)::int AS batch, random() AS chance_culture, random() AS chance_language, random() AS chance_topic,
      random() AS chance_score, random() AS chance_status, random() AS chance_decided, random() AS chance_flag, random() AS chance_edit, random() AS chance_assign,
      random() AS chance_method, random() AS chance_reviewer, random() AS text_a, random() AS text_b, random() AS text_c, random() AS chance_tag
    FROM generate_series(0, $1::int - 1) n
  ) chances
  CROSS JOIN LATERAL (SELECT timestamptz '2026-03-01 08:00Z' + batch * interval '6 days' AS start) s`;

/** The same rows with the ids of what they belong to, and with their texts. */
const nameRows = `
  CREATE TEMP TABLE made ON COMMIT DROP AS
  WITH language AS (SELECT DISTINCT language FROM made_text),
  reviewer AS (SELECT id, row_number() OVER (ORDER BY name) AS place FROM "user" WHERE email LIKE '%-' || $1::text || '@bench.example'),
  topic AS (SELECT id, row_number() OVER (ORDER BY position) AS place FROM topic WHERE project_id = $1::uuid AND parent_id IS NOT NULL)
  SELECT drawn.*, import.id AS import_id, culture.id AS culture_id, topic.id AS topic_id, language.language, reviewer.id AS reviewer_id,
    (lpad(to_hex((extract(epoch FROM drawn.created) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(drawn.n % 4096), 3, '0') || '8' || substr(md5(drawn.n || $1::text), 1, 15))::uuid AS id,
    ask.question, json_build_array(json_build_object('role', 'user', 'content', ask.question), json_build_object('role', 'assistant', 'content', one.sentence || ' ' || two.sentence)) AS turns
  FROM drawn
  JOIN (SELECT id, row_number() OVER (ORDER BY file_name) - 1 AS batch FROM import WHERE project_id = $1::uuid) import ON import.batch = drawn.batch
  JOIN culture ON culture.project_id = $1::uuid AND culture.code = drawn.culture
  LEFT JOIN topic ON topic.place = 1 + floor(42 * power(drawn.chance_topic, 1.6))
  JOIN reviewer ON reviewer.place = drawn.reviewer
  JOIN language ON language.language = CASE WHEN drawn.chance_language < 0.5 THEN coalesce($2::json ->> drawn.culture, 'en') ELSE 'en' END
  JOIN made_text ask ON ask.language = language.language AND ask.place = drawn.text_a
  JOIN made_text one ON one.language = language.language AND one.place = drawn.text_b
  JOIN made_text two ON two.language = language.language AND two.place = drawn.text_c`;

const insertConversations = `
  INSERT INTO conversation (id, project_id, external_id, culture_id, topic_id, language, question_key, question, source, method, import_id, content_hash, status, flagged, edited,
    version, decision_count, decided_by, assignee_id, representativeness, representativeness_percentile, distinctiveness, distinctiveness_percentile, created_at, updated_at)
  SELECT id, $1, 'row-' || n, culture_id, topic_id, language, 'q-' || n / 8, left(question, 280), 'bench', method, import_id, md5(n::text)::uuid,
    CASE WHEN NOT decided THEN 'pending' WHEN chance_status < 0.7 THEN 'accepted' ELSE 'rejected' END, flagged, edited,
    CASE WHEN decided THEN 2 ELSE 1 END, CASE WHEN decided THEN 1 ELSE 0 END, CASE WHEN decided THEN reviewer_id END, CASE WHEN assigned AND NOT decided THEN reviewer_id END,
    representativeness, representativeness, distinctiveness, distinctiveness, created,
    -- A batch of an import has one time; decisions come days later, in the order of the rows.
    CASE WHEN decided THEN timestamptz '2026-05-10 08:00Z' + n * interval '3 seconds' + chance_status * interval '40 minutes' ELSE date_trunc('minute', created) END
  FROM made CROSS JOIN LATERAL (
    SELECT CASE WHEN batch < ${imports - 1} AND chance_score < 0.89 THEN power(text_b / ${textsPerLanguage}.0, 0.5) * 0.6 + chance_score * 0.4 END AS representativeness,
      CASE WHEN batch < ${imports - 1} AND chance_score < 0.89 THEN round((text_c / ${textsPerLanguage}.0 * 0.7 + chance_language * 0.3)::numeric, 4)::float8 END AS distinctiveness
  ) s
  WHERE n >= $2 AND n < $3 ORDER BY n`;

const insertRevisions = `
  INSERT INTO revision (conversation_id, number, turns, sha256, created_at)
  SELECT id, 1, turns, encode(sha256(turns::text::bytea), 'hex'), created FROM made ORDER BY n`;

const insertScores = `
  INSERT INTO score (conversation_id, estimator, version, revision, representativeness, representativeness_percentile, representativeness_reason, distinctiveness,
    distinctiveness_percentile, distinctiveness_reason, parts)
  SELECT conversation.id, 'lexical', '1', 1, representativeness, representativeness, CASE WHEN representativeness IS NULL THEN 'The text is too short to score.' END,
    distinctiveness, distinctiveness, CASE WHEN distinctiveness IS NULL THEN 'The text is too short to score.' END, '{}'
  FROM made JOIN conversation ON conversation.id = made.id WHERE made.batch < ${imports - 1}`;

const insertTags = `
  WITH leaf AS (SELECT id, row_number() OVER (ORDER BY position) AS place FROM tag WHERE project_id = $1::uuid AND parent_id IS NOT NULL)
  INSERT INTO conversation_tag (conversation_id, tag_id)
  SELECT made.id, leaf.id FROM made JOIN leaf ON leaf.place = 1 + floor(30 * power(made.chance_tag * 3, 2.5)) OR (made.n % 4 = 0 AND leaf.place = 31 + made.n % 5)
  WHERE made.chance_tag < 1.0 / 3`;

const insertDecisions = `
  INSERT INTO decision (id, project_id, conversation_id, revision, user_id, kind, event_number, created_at)
  SELECT gen_random_uuid(), $1, id, 1, reviewer_id, CASE WHEN chance_status < 0.7 THEN 'accept' ELSE 'reject' END, n + 2, timestamptz '2026-05-10 08:00Z' + n * interval '3 seconds'
  FROM made WHERE decided`;

/** Takes down the indexes of the big tables that no constraint rests on; returns how to make them again. */
async function dropIndexes(
  run: (text: string) => Promise<{ rows: { name: string; definition: string }[] }>,
): Promise<string[]> {
  const { rows } = await run(
    `SELECT relation.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class relation ON relation.oid = i.indexrelid
     WHERE i.indrelid::regclass::text IN ('conversation', 'decision', 'conversation_tag') AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await run(`DROP INDEX "${name}"`);
  return rows.map(({ definition }) => definition);
}
