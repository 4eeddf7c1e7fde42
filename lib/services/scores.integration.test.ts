import { afterAll, beforeAll, expect, test } from "vitest";
import { editConversation } from "./edit-conversation.ts";
import { getProject } from "./get-project.ts";
import { getTriageCard } from "./get-triage-card.ts";
import { listConversations } from "./list-conversations.ts";
import { readRowScores } from "./read-row-scores.ts";
import { rescoreConversation } from "./rescore-conversation.ts";
import { scoreProject } from "./score-project.ts";
import { getScoring } from "./scoring.ts";
import { lastEvent, settleQuestions } from "./stale-questions.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { updateProject } from "./update-project.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

const dishes = [
  "rice with pickled plum",
  "bread with soft cheese",
  "maize porridge with greens",
  "noodles in broth",
  "lentils with flat bread",
];
const occasions = [
  "the harvest is brought home and neighbours help each other in the fields",
  "a child gets its name while grandparents hold it for the first time",
  "two families join and the bride walks around the house",
  "the year ends with bells, candles and a long silence at midnight",
  "fishermen come back from the sea and mend their nets on the beach",
  "pupils finish school and thank the teacher with a poem",
  "the dead are remembered and lamps float down the river",
  "rain falls after months of drought and everybody dances outside",
];
/** A word of each culture for each occasion, so that one culture's answers to different questions are unlike. */
const words = ["kora", "velu", "nami", "tosi", "reba"];
const endings = ["dun", "lek", "pim", "sar", "got", "fen", "bal", "wix"];
const cultures = ["jp", "fr", "ke", "vn", "in"];

/** A project in which five cultures answer the same questions, and some stand alone. */
async function newProject(slug: string, { siblings = 8, alone = 4 } = {}): Promise<string> {
  const id = await world.addProject(slug);
  const lines = cultures.flatMap((culture, at) => [
    ...Array.from({ length: siblings }, (_, n) =>
      record(
        `${culture}-${n}`,
        culture,
        `What is eaten at feast ${n}?`,
        `When ${occasions[n]}: ${words[at]}${endings[n]}.`,
      ),
    ),
    ...Array.from({ length: alone }, (_, n) =>
      record(
        `${culture}-alone-${n}`,
        culture,
        `Something else ${n} that only ${slug} ${at} asks?`,
        `${dishes[at]} ${"xyzw"[n % 4]?.repeat(n + at + 3)}`,
      ),
    ),
    record(`${culture}-open`, culture, `Unanswered ${at}?`, "x", {
      messages: [{ role: "user", content: `Unanswered question ${at} without any reply?` }],
    }),
  ]);
  await importText(world, { project: slug, text: jsonLines(lines) });
  return id;
}

const scoresOf = (projectId: string) =>
  world.db.score.findMany({ where: { conversation: { projectId } }, include: { conversation: true } });
const idOf = async (projectId: string, externalId: string) =>
  (await world.db.conversation.findFirstOrThrow({ where: { projectId, externalId } })).id;
const cardOf = async (project: string, conversation: string) =>
  (await getTriageCard.run(world, operator, { project, conversation })).conversation;

/** The headline columns are those of the two estimators that feed them. */
async function expectHeadlines(projectId: string, distinctiveness: "lexical" | "siblings"): Promise<void> {
  const scores = await scoresOf(projectId);
  const conversations = await world.db.conversation.findMany({ where: { projectId } });
  for (const row of conversations) {
    const of = (estimator: string) =>
      scores.find((score) => score.conversationId === row.id && score.estimator === estimator);
    expect([row.representativeness, row.representativenessPercentile]).toEqual([
      of("lexical")?.representativeness,
      of("lexical")?.representativenessPercentile,
    ]);
    expect([row.distinctiveness, row.distinctivenessPercentile]).toEqual([
      of(distinctiveness)?.distinctiveness,
      of(distinctiveness)?.distinctivenessPercentile,
    ]);
  }
}

test("an import leaves scoring for the worker; scored, every conversation has both estimators, each measure a value or a reason", async () => {
  const id = await newProject("whole");
  expect((await getScoring.run(world, operator, { project: "whole" })).state).toBe("queued");
  await scoreProject(world, id);
  const scores = await scoresOf(id);
  const conversations = await world.db.conversation.count({ where: { projectId: id } });
  expect(scores).toHaveLength(2 * conversations);
  for (const {
    representativeness,
    representativenessReason,
    distinctiveness,
    distinctivenessReason,
    ...rest
  } of scores) {
    for (const [value, percentile, reason] of [
      [representativeness, rest.representativenessPercentile, representativenessReason],
      [distinctiveness, rest.distinctivenessPercentile, distinctivenessReason],
    ] as const) {
      if (value === null) expect([percentile, (reason ?? "").length > 10]).toEqual([null, true]);
      else
        expect([value >= 0 && value <= 1, (percentile ?? -1) >= 0 && (percentile ?? 2) <= 1, reason]).toEqual([
          true,
          true,
          null,
        ]);
    }
    expect([rest.revision, Object.keys(Object(rest.parts)).length > 0]).toEqual([1, true]);
  }
  const shared = scores.filter(
    (score) => score.estimator === "siblings" && /^[a-z]+-\d$/.test(score.conversation.externalId ?? ""),
  );
  expect(shared).toHaveLength(40);
  for (const { distinctiveness } of shared) expect(distinctiveness).not.toBeNull();
  for (const { distinctiveness } of scores.filter(
    (score) => score.estimator === "siblings" && score.conversation.externalId?.includes("alone"),
  ))
    expect(distinctiveness).toBeNull();
  await expectHeadlines(id, "siblings");
  const progress = await getScoring.run(world, operator, { project: "whole" });
  expect(progress).toMatchObject({ done: 3 * conversations, total: 3 * conversations, conversations });
});

test("distinctiveness shows siblings where enough items have them, wording where not, and what the project asks for", async () => {
  const id = await newProject("few", { siblings: 1, alone: 10 });
  await scoreProject(world, id);
  const shown = async (project: string) => (await getProject.run(world, operator, { project })).shownDistinctiveness;
  expect([await shown("whole"), await shown("few")]).toEqual(["siblings", "lexical"]);
  await expectHeadlines(id, "lexical");
  await updateProject.run(world, operator, {
    project: "few",
    expectedVersion: 1,
    distinctivenessEstimator: "siblings",
  });
  await scoreProject(world, id);
  expect(await shown("few")).toBe("siblings");
  await expectHeadlines(id, "siblings");
});

test("lists sort by score without gap or overlap, the unscored last", async () => {
  const seen: { id: string; value: number | null }[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listConversations.run(world, operator, {
      project: "few",
      sort: "distinctiveness.descending",
      limit: 7,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.rows.map((row) => ({ id: row.id, value: row.distinctiveness?.value ?? null })));
    if (page.next === null) break;
    cursor = page.next;
  }
  const total = (await getProject.run(world, operator, { project: "few" })).counts.total;
  expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
  const values = seen.map(({ value }) => value ?? -1);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect(values).toContain(-1);
});

test("an edit makes the scores stale; scored again, the item and its siblings change and nothing else does", async () => {
  const id = await newProject("edited");
  await scoreProject(world, id);
  const edited = await idOf(id, "jp-3");
  const before = await scoresOf(id);
  const turns = [
    { role: "user", content: "What is eaten at feast 3?" },
    { role: "assistant", content: "Fermented shark, hung for months in a shed by the shore." },
  ];
  await editConversation.run(world, operator, { project: "edited", conversation: edited, expectedVersion: 1, turns });
  const staleCard = await cardOf("edited", edited);
  expect(staleCard.scores.map(({ stale, revision }) => [stale, revision])).toEqual([
    [true, 1],
    [true, 1],
  ]);
  // What was compared with the old text is stale too, on cards and in rows; all else is as it was.
  const sibling = await idOf(id, "fr-3");
  expect((await cardOf("edited", sibling)).scores.map(({ estimator, stale }) => [estimator, stale])).toEqual([
    ["lexical", false],
    ["siblings", true],
  ]);
  const staleRows = async (wanted: readonly string[]) => {
    const { rows } = await readRowScores.run(world, operator, { project: "edited", ids: wanted });
    const stale = rows.filter((row) => row.representativeness?.stale || row.distinctiveness?.stale);
    return stale.map((row) => row.id).toSorted();
  };
  const all = (await world.db.conversation.findMany({ where: { projectId: id } })).map((row) => row.id);
  const shared = await Promise.all(cultures.map((culture) => idOf(id, `${culture}-3`)));
  expect(await staleRows(all)).toEqual(shared.toSorted());
  const { rows: listed } = await listConversations.run(world, operator, { project: "edited", limit: 200 });
  expect(
    listed
      .filter((row) => row.distinctiveness?.stale)
      .map((row) => row.id)
      .toSorted(),
  ).toEqual(shared.toSorted());
  expect(listed.find((row) => row.id === sibling)?.distinctiveness).toMatchObject({ stale: true });
  expect(
    (await getTriageCard.run(world, operator, { project: "edited", conversation: sibling })).siblings.map(
      (each) => each.distinctiveness?.stale,
    ),
  ).toEqual([true, true, true, true]);

  const { rows: jobs } = await world.pool.query(
    "SELECT 1 FROM pgboss.job WHERE name = 'score.conversation' AND data->>'conversationId' = $1",
    [edited],
  );
  expect(jobs).toHaveLength(1);

  await rescoreConversation(world, id, edited);
  // The one text of 65 that changed is no reason to learn anew.
  const changedSince = async () => {
    const scoring = await getScoring.run(world, operator, { project: "edited" });
    return [scoring.changedSince, scoring.refit];
  };
  expect(await changedSince()).toEqual([1, false]);
  expect((await cardOf("edited", edited)).scores.map(({ stale, revision }) => [stale, revision])).toEqual([
    [false, 2],
    [false, 2],
  ]);
  expect(await staleRows(all)).toEqual([]);
  const after = await scoresOf(id);
  const changed = after.filter((score) => {
    const old = before.find((one) => one.conversationId === score.conversationId && one.estimator === score.estimator);
    return old?.representativeness !== score.representativeness || old?.distinctiveness !== score.distinctiveness;
  });
  const touched = new Set(changed.map(({ conversation, estimator }) => `${estimator} ${conversation.externalId}`));
  expect(touched).toContain("lexical jp-3");
  for (const culture of cultures) expect(touched).toContain(`siblings ${culture}-3`);
  expect(touched.size).toBe(6);
  // What nobody else says is as distinct as can be; its siblings lost one they were like.
  const distinctness = (list: typeof after, externalId: string) =>
    list.find(({ estimator, conversation }) => estimator === "siblings" && conversation.externalId === externalId)
      ?.distinctiveness ?? -1;
  expect(distinctness(after, "jp-3")).toBe(1);
  for (const culture of cultures)
    expect(distinctness(after, `${culture}-3`)).toBeGreaterThan(distinctness(before, `${culture}-3`));
  await expectHeadlines(id, "siblings");

  // The edit taken back: the scores are those of the first text again.
  await undo.run(world, operator, { project: "edited" });
  expect(await staleRows(all)).toEqual(shared.toSorted());
  await rescoreConversation(world, id, edited);
  const back = await scoresOf(id);
  for (const score of back) {
    const old = before.find((one) => one.conversationId === score.conversationId && one.estimator === score.estimator);
    expect(score.distinctiveness ?? -1).toBeCloseTo(old?.distinctiveness ?? -1, 10);
    expect(score.representativeness ?? -1).toBeCloseTo(old?.representativeness ?? -1, 10);
  }
  for (const externalId of ["jp-4", "jp-5", "jp-6", "fr-4"]) {
    const conversation = await idOf(id, externalId);
    await editConversation.run(world, operator, { project: "edited", conversation, expectedVersion: 1, turns });
  }
  expect(await changedSince()).toEqual([5, true]);
  await scoreProject(world, id);
  expect(await changedSince()).toEqual([0, false]);
  expect((await cardOf("edited", edited)).scores.every(({ stale }) => !stale)).toBe(true);
});

test("what an estimator learnt that is run no more is no reason to learn anew", async () => {
  const id = await newProject("dropped", { siblings: 4, alone: 2 });
  await scoreProject(world, id);
  await updateProject.run(world, operator, { project: "dropped", expectedVersion: 1, estimators: ["lexical"] });
  await editConversation.run(world, operator, {
    project: "dropped",
    conversation: await idOf(id, "jp-1"),
    expectedVersion: 1,
    turns: [{ role: "user", content: "Who pours the tea?" }],
  });
  const changedSince = async () => (await getScoring.run(world, operator, { project: "dropped" })).changedSince;
  expect(await changedSince()).toBe(1);
  await scoreProject(world, id);
  expect(await changedSince()).toBe(0);
});

test("an edit while a question is compared leaves it stale, since the comparison did not see it", async () => {
  const id = await newProject("raced", { siblings: 4, alone: 2 });
  await scoreProject(world, id);
  const [first, second] = await Promise.all([idOf(id, "jp-1"), idOf(id, "fr-1")]);
  const turns = (answer: string) => [
    { role: "user", content: "What is eaten at feast 1?" },
    { role: "assistant", content: answer },
  ];
  const edit = (conversation: string, answer: string) =>
    editConversation.run(world, operator, { project: "raced", conversation, expectedVersion: 1, turns: turns(answer) });
  await edit(first, "Nothing at all, for we fast.");
  const client = await world.pool.connect();
  const seen = await lastEvent(client, id);
  await edit(second, "Bread, and more bread.");
  await settleQuestions(client, id, seen, first);
  const isStale = async () => (await cardOf("raced", second)).distinctiveness?.stale;
  expect(await isStale()).toBe(true);
  await settleQuestions(client, id, await lastEvent(client, id), first);
  client.release();
  await rescoreConversation(world, id, second);
  expect(await isStale()).toBe(false);
});

test("headline scores carry the intervals of the estimators that feed them", async () => {
  const { rows } = await listConversations.run(world, operator, { project: "whole", limit: 200 });
  const told = rows.flatMap((row) => [row.representativeness, row.distinctiveness].flatMap((score) => score ?? []));
  expect(told.length).toBeGreaterThan(60);
  for (const { value, interval } of told) {
    expect(interval?.low ?? 2).toBeLessThanOrEqual(value);
    expect(interval?.high ?? -1).toBeGreaterThanOrEqual(value);
  }
});

test("a project that was never scored is scored whole by the first edit's job", async () => {
  const id = await newProject("never", { siblings: 2, alone: 1 });
  await rescoreConversation(world, id, await idOf(id, "jp-0"));
  expect(await scoresOf(id)).toHaveLength(2 * (await world.db.conversation.count({ where: { projectId: id } })));
});
