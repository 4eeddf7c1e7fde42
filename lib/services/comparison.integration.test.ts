import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/schema/actor.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { getComparison } from "./get-comparison.ts";
import { indexSearch } from "./index-search.ts";
import { getRanking, judgePair, restoreJudgement, withdrawJudgement } from "./judgements.ts";
import { listQuestions } from "./list-questions.ts";
import { prepareBulk } from "./prepare-bulk.ts";
import { scoreProject } from "./score-project.ts";
import { startBulk } from "./start-bulk.ts";
import { addPerson } from "./testing/add-person.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { verifyProject } from "./verify-project.ts";

const project = "side-by-side";
let world: TestWorld;
let projectId: string;
let ada: Actor;
let bo: Actor;
let cyn: Actor;

const answers: readonly [id: string, culture: string, language: string, key: string, answer: string][] = [
  ["br", "br", "pt-BR", "tea", "Com hortelã fresca e muito açúcar."],
  ["pt", "pt", "pt-PT", "tea", "Com hortelã fresca e muito açúcar!"],
  ["pt-2", "pt", "pt-PT", "tea", "Preto, sem nada, depois do almoço."],
  ["jp", "jp", "ja", "tea", "席についてから、まずお茶を出します。"],
  ["eg", "eg", "ar", "tea", "الشاي بالنعناع حين يجلس الضيف."],
  ["us", "us", "en", "tea", "Iced, from a jar, on the porch."],
  ["gb", "gb", "en", "tea", "With milk, at four o'clock."],
  ["in", "in", "en", "tea", "Boiled with ginger and cardamom."],
  ["us-b", "us", "en", "bread", "Sliced and toasted."],
  ["gb-b", "gb", "en", "bread", "Toasted, with butter."],
  ["us-z", "us", "en", "z-last", "Salt."],
];

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  ada = await addPerson(world, projectId, "Ada", "annotator");
  bo = await addPerson(world, projectId, "Bo", "annotator");
  cyn = await addPerson(world, projectId, "Cyn", "curator");
  const lines = answers.map(([id, culture, language, key, answer]) =>
    record(id, culture, `How is ${key} taken?`, answer, { language, question_key: key }),
  );
  await importText(world, { project, text: jsonLines(lines), newCultures: "create" });
});
afterAll(() => world.end());

const compare = (actor: Actor, cultures?: string[], question = "tea") =>
  getComparison.run(world, actor, { project, question, cultures });
const idOf = async (externalId: string) =>
  (await world.db.conversation.findFirstOrThrow({ where: { projectId, externalId } })).id;
const differences = async () => (await verifyProject(world, { id: projectId, slug: project })).differences;

test("questions are listed by key with how many cultures answer, a page at a time", async () => {
  const first = await listQuestions.run(world, ada, { project, limit: 2 });
  expect(first.rows).toMatchObject([
    { key: "bread", cultures: 2, answers: 2, text: "How is bread taken?", language: "en" },
    { key: "tea", cultures: 7, answers: 8, text: "How is tea taken?", language: "en" },
  ]);
  const second = await listQuestions.run(world, ada, { project, limit: 2, cursor: first.next ?? "" });
  expect(second).toMatchObject({ rows: [{ key: "z-last", cultures: 1 }], next: null });
});

test("a search finds questions by the words of their conversations, and by the key", async () => {
  await indexSearch(world, projectId);
  const keys = async (search: string) =>
    (await listQuestions.run(world, ada, { project, search })).rows.map(({ key }) => key);
  expect(await keys("cardamom")).toEqual(["tea"]);
  expect(await keys("toasted")).toEqual(["bread"]);
  expect(await keys("z-last")).toEqual(["z-last"]);
  expect(await keys("nothing like it")).toEqual([]);
  expect(await keys("  ")).toEqual(["bread", "tea", "z-last"]);
});

test("a comparison shows the cultures asked for, in their order, with all answers of each", async () => {
  const comparison = await compare(ada, ["pt", "jp", "nowhere", "br"]);
  expect(comparison.shown).toEqual(["pt", "jp", "br"]);
  expect(comparison.answers.map(({ externalId }) => externalId)).toEqual(["pt", "pt-2", "jp", "br"]);
  expect(comparison.cultures.map(({ code, answers: count }) => [code, count])).toContainEqual(["pt", 2]);
  expect(comparison).toMatchObject({ key: "tea", previous: "bread", next: "z-last", text: "How is tea taken?" });
  expect(comparison.likeness).toEqual({ computed: false, reason: "The project has not been scored yet." });
  expect(await compare(ada)).toMatchObject({ shown: expect.arrayContaining(["br"]) });
  expect((await compare(ada)).shown).toHaveLength(6);
  const beside = await compare(ada, ["us"]);
  expect(beside.shown).toHaveLength(6);
  expect(beside.shown[0]).toBe("us");
  await expect(compare(ada, [], "no such question")).rejects.toThrow("No conversation of this project");
});

test("likeness is that of the siblings estimator, within a language only", async () => {
  await scoreProject(world, projectId);
  const { likeness, answers: found } = await compare(ada, ["br", "pt", "jp"]);
  if (!likeness.computed) throw new Error(likeness.reason);
  expect(likeness.ids).toEqual(found.map(({ id }) => id));
  const [, second, third, fourth] = likeness.values;
  expect(second).toEqual([1]);
  expect(third?.[0]).toBeLessThan(0.5);
  expect(fourth).toEqual([null, null, null]);
  const br = found.find(({ externalId }) => externalId === "br");
  const siblings = br?.scores.find(({ estimator }) => estimator === "siblings");
  expect(siblings?.parts.nearestSimilarity).toBeCloseTo(1, 4);
});

test("the hash is of the texts: it changes with an edit, not with a decision", async () => {
  const before = await compare(ada, ["us"], "z-last");
  const [answer] = before.answers;
  if (!answer) throw new Error("no answer");
  await decide.run(world, ada, { project, conversation: answer.id, expectedVersion: 1, kind: "accept" });
  const decided = await compare(ada, ["us"], "z-last");
  expect(decided.sha256).toBe(before.sha256);
  expect(decided.answers[0]).toMatchObject({ status: "accepted", decidedByMe: true });
  expect((await compare(bo, ["us"], "z-last")).answers[0]?.decidedByMe).toBe(false);
  const turns = [
    { role: "user" as const, content: "How is z-last taken?" },
    { role: "assistant" as const, content: "A pinch." },
  ];
  await editConversation.run(world, ada, { project, conversation: answer.id, expectedVersion: 2, turns });
  expect((await compare(ada, ["us"], "z-last")).sha256).not.toBe(before.sha256);
});

test("one of several copies is kept and the others are rejected in one act, which one undo takes back", async () => {
  const { answers: found } = await compare(cyn, ["br", "pt"]);
  const [br, pt] = found;
  if (!br || !pt) throw new Error("no answers");
  const rows = [br, pt].map(({ id, version }) => ({ id, version }));
  const act = { kind: "decide", decision: "reject", reason: "other-culture", keep: br.id } as const;
  const prepared = await prepareBulk.run(world, cyn, { project, set: { kind: "rows", rows }, act });
  expect(prepared.effect.same).toBe(0);
  expect(await startBulk.run(world, cyn, { project, bulk: prepared.id })).toMatchObject({ state: "done", done: 2 });
  const stands = async () =>
    (await compare(cyn, ["br", "pt"])).answers.map(({ externalId, status }) => [externalId, status]);
  expect(await stands()).toEqual([
    ["br", "accepted"],
    ["pt-2", "pending"],
    ["pt", "rejected"],
  ]);
  const decisions = await world.db.decision.findMany({
    where: { conversationId: { in: [br.id, pt.id] }, withdrawn: false },
  });
  expect(new Map(decisions.map(({ conversationId, kind, reason }) => [conversationId, [kind, reason]]))).toEqual(
    new Map([
      [br.id, ["accept", null]],
      [pt.id, ["reject", "other-culture"]],
    ]),
  );
  expect(await differences()).toEqual([]);
  // Prepared again, it would change nothing.
  const { answers: now } = await compare(cyn, ["br", "pt"]);
  const again = now.filter(({ id }) => id === br.id || id === pt.id).map(({ id, version }) => ({ id, version }));
  const same = await prepareBulk.run(world, cyn, { project, set: { kind: "rows", rows: again }, act });
  expect(same.effect.same).toBe(2);
  await undo.run(world, cyn, { project });
  expect((await stands()).map(([, status]) => status)).toEqual(["pending", "pending", "pending"]);
  await undo.run(world, cyn, { project, direction: "redo" });
  expect(await stands()).toContainEqual(["br", "accepted"]);
  await undo.run(world, cyn, { project });
  expect(await differences()).toEqual([]);
  const kept = prepareBulk.run(world, cyn, { project, set: { kind: "rows", rows: again.slice(1) }, act });
  await expect(kept).rejects.toThrow("is not one of the rows of the set");
  const accepting = { kind: "decide", decision: "accept", keep: br.id } as const;
  await expect(
    prepareBulk.run(world, cyn, { project, set: { kind: "rows", rows: again }, act: accepting }),
  ).rejects.toThrow("goes with a rejection");
});

test("judgements are kept with the order shown, counted, ranked, and taken back", async () => {
  const [us, gb, india] = await Promise.all([idOf("us"), idOf("gb"), idOf("in")]);
  const judge = (actor: Actor, first: string, second: string, preferred: "first" | "second" | "both" | "neither") =>
    judgePair.run(world, actor, {
      project,
      question: "tea",
      asked: "specific",
      first: { id: first, revision: 1 },
      second: { id: second, revision: 1 },
      preferred,
      shown: { seed: "tea 1", culturesHidden: true, scoresHidden: false, milliseconds: 4100 },
    });
  for (let n = 0; n < 4; n++) await judge(ada, india, us, "first");
  await judge(bo, us, india, "second");
  await judge(bo, gb, us, "both");
  const { id } = await judge(bo, gb, india, "neither");
  const ranking = await getRanking.run(world, ada, { project, question: "tea", asked: "specific" });
  expect(ranking).toMatchObject({ judgements: 7, outdated: 0 });
  expect(ranking.rows.map(({ culture }) => culture)).toEqual(["in", "gb", "us"]);
  expect(ranking.rows[0]).toMatchObject({ preferred: 5, compared: 6, neither: 1, even: 0 });
  expect(ranking.pairs).toContainEqual(expect.objectContaining({ all: 5, mine: 4 }));
  expect((await getRanking.run(world, ada, { project, question: "tea", asked: "typical" })).rows).toEqual([]);
  const row = await world.db.comparison.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ firstId: gb, secondId: india, preferred: "neither", shown: { seed: "tea 1" } });

  await expect(withdrawJudgement.run(world, ada, { project, judgement: id })).rejects.toThrow("by who made it");
  await withdrawJudgement.run(world, bo, { project, judgement: id });
  await withdrawJudgement.run(world, bo, { project, judgement: id });
  expect(await getRanking.run(world, ada, { project, question: "tea", asked: "specific" })).toMatchObject({
    judgements: 6,
  });
  expect(await world.db.event.count({ where: { projectId, kind: "answers.judgement-withdrawn" } })).toBe(1);
  await restoreJudgement.run(world, cyn, { project, judgement: id });
  expect(await getRanking.run(world, ada, { project, question: "tea", asked: "specific" })).toMatchObject({
    judgements: 7,
  });
  expect(await differences()).toEqual([]);
});

test("a judgement of a text that has changed since no longer counts; one of a text that never was is refused", async () => {
  const [us, gb, bread] = await Promise.all([idOf("us"), idOf("gb"), idOf("us-b")]);
  const side = (id: string, revision = 1) => ({ id, revision });
  const judge = (second: { id: string; revision: number }) =>
    judgePair.run(world, ada, {
      project,
      question: "tea",
      asked: "typical",
      first: side(us),
      second,
      preferred: "first",
    });
  await judge(side(gb));
  await expect(judge(side(us))).rejects.toThrow("is the same answer");
  await expect(judge(side(gb, 2))).rejects.toThrow("is one that this answer does not have");
  await expect(judge(side(bread))).rejects.toThrow("no such answer to this question");
  const turns = [
    { role: "user" as const, content: "How is tea taken?" },
    { role: "assistant" as const, content: "With milk and scones." },
  ];
  await editConversation.run(world, ada, { project, conversation: gb, expectedVersion: 1, turns });
  expect(await getRanking.run(world, ada, { project, question: "tea", asked: "typical" })).toMatchObject({
    judgements: 0,
    outdated: 1,
    rows: [],
  });
});

test("verify names a judgement that is not as its event says, and one that no event tells of", async () => {
  const row = await world.db.comparison.findFirstOrThrow({ where: { projectId, preferred: "both" } });
  await world.db.comparison.update({ where: { id: row.id }, data: { preferred: "first" } });
  expect((await differences()).map(({ kind, id }) => [kind, id])).toEqual([["comparison.preferred", row.id]]);
  await world.db.comparison.update({ where: { id: row.id }, data: { preferred: "both" } });
  const stray = { ...row, id: world.newId(), shown: undefined };
  await world.db.comparison.create({ data: stray });
  expect((await differences()).map(({ kind }) => kind)).toEqual(["comparison.unknown"]);
  await world.db.comparison.delete({ where: { id: stray.id } });
  expect(await differences()).toEqual([]);
});

test("the operator reads comparisons too", async () => {
  // A culture given alone comes first, and others stand beside it.
  const { answers } = await compare(operator, ["jp"]);
  expect(answers[0]).toMatchObject({ externalId: "jp", decidedByMe: false });
  expect(answers.length).toBeGreaterThan(1);
});
