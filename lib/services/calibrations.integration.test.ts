import { afterAll, beforeAll, expect, test } from "vitest";
import type { Against } from "#lib/schema/agreement.ts";
import { calibrate } from "#lib/scoring/calibration/calibrate.ts";
import { sixty } from "#lib/scoring/calibration/testing/sixty.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import { activateCalibration, deactivateCalibration, fitCalibration, listCalibrations } from "./calibrations.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { getAgreement } from "./get-agreement.ts";
import { getDisagreement } from "./get-disagreement.ts";
import { getProject } from "./get-project.ts";
import { getScoreHealth } from "./get-score-health.ts";
import { getTriageCard } from "./get-triage-card.ts";
import { scoreRatings } from "./score-ratings.ts";
import { showProjectScores } from "./show-scores.ts";
import { addPerson } from "./testing/add-person.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { updateProject } from "./update-project.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

/** A project of sixty decided conversations of one culture, scored as in the fixture, and twelve of another. */
async function newProject(slug: string): Promise<{ id: string; ids: string[] }> {
  const id = await world.addProject(slug);
  const lines = [
    ...sixty.map((_, n) => record(`jp-${n}`, "jp", `Question ${n}?`, `Answer ${n}.`)),
    ...sixty.slice(0, 12).map((_, n) => record(`fr-${n}`, "fr", `Question ${n}?`, `Answer ${n} elsewhere.`)),
  ];
  await importText(world, { project: slug, text: jsonLines(lines) });
  const rows = await world.db.conversation.findMany({
    where: { projectId: id },
    select: { id: true, externalId: true },
  });
  const idOf = new Map(rows.map((row) => [row.externalId, row.id]));
  const ids = [...sixty, ...sixty.slice(0, 12)].map((_, n) => idOf.get(n < 60 ? `jp-${n}` : `fr-${n - 60}`) ?? "");
  const scoreOf = (n: number) => sixty[n % 60]?.score ?? 0;
  await world.db.score.createMany({
    data: ids.map((conversationId, n) => ({
      conversationId,
      estimator: "lexical",
      version: estimators.lexical.version,
      revision: 1,
      representativeness: scoreOf(n),
      representativenessPercentile: scoreOf(n),
      distinctivenessReason: "Its words are all its own.",
      parts: {},
    })),
  });
  for (const [n, conversation] of ids.entries()) {
    const kind = sixty[n % 60]?.outcome === 1 ? "accept" : "reject";
    await decide.run(world, operator, { project: slug, conversation, expectedVersion: 1, kind });
  }
  return { id, ids };
}

const asked = (project: string, more: object = {}) =>
  getAgreement.run(world, operator, { project, estimator: "lexical", measure: "representativeness", ...more });
const fitted = (project: string, more: object = {}) =>
  fitCalibration.run(world, operator, { project, estimator: "lexical", measure: "representativeness", ...more });
const shownOf = async (id: string) =>
  new Map(
    (await world.db.conversation.findMany({ where: { projectId: id } })).map((row) => [row.id, row.representativeness]),
  );

test("agreement is that of the decisions made, culture by culture, and nothing is said of twelve", async () => {
  const { ids } = await newProject("agreement");
  const found = await asked("agreement", { culture: "jp", threshold: 0.5 });
  // The values of the fixture, by scikit-learn and SciPy.
  const jp = found.cultures.find(({ code }) => code === "jp")?.agreement;
  expect(jp).toMatchObject({ items: 60, accepted: 35, shortage: null, suggested: { threshold: 0.43 } });
  expect(jp?.auroc?.value).toBeCloseTo(0.7594285714285715, 6);
  expect(jp?.auroc?.interval.low).toBeCloseTo(0.6164035708425145, 6);
  expect(jp?.rank?.value).toBeCloseTo(0.4432741660152095, 6);
  expect(found.chosen.agreement).toEqual(jp);
  expect(found.chosen.reliability.brier).toBeCloseTo(0.2041, 6);
  expect(found.chosen.asked).toMatchObject({ truePositives: 23, falsePositives: 8, falseNegatives: 12 });
  expect(found.chosen.spread.accepted.reduce((sum, count) => sum + count, 0)).toBe(35);
  expect(found.cultures.find(({ code }) => code === "fr")?.agreement).toMatchObject({
    items: 12,
    shortage: { of: "items", have: 12, need: 50 },
    auroc: null,
    suggested: null,
  });
  expect(found.all.items).toBe(72);

  // A decision taken back no longer counts, nor does one of an older text, nor a stale score.
  await undo.run(world, operator, { project: "agreement" });
  expect((await asked("agreement")).all.items).toBe(71);
  const [first = ""] = ids;
  const turns = [{ role: "user", content: "Question 0, asked anew?" }];
  await editConversation.run(world, operator, { project: "agreement", conversation: first, expectedVersion: 2, turns });
  expect((await asked("agreement")).all.items).toBe(70);
  await world.db.score.updateMany({ where: { conversationId: first }, data: { revision: 2 } });
  expect((await asked("agreement")).all.items).toBe(70);
  await decide.run(world, operator, { project: "agreement", conversation: first, expectedVersion: 3, kind: "accept" });
  expect((await asked("agreement")).all.items).toBe(71);

  const health = await getScoreHealth.run(world, operator, { project: "agreement" });
  expect(health.estimators.find(({ estimator }) => estimator === "lexical")).toMatchObject({
    run: true,
    representativeness: { scored: 72, missing: [] },
    distinctiveness: { scored: 0, missing: [{ reason: "Its words are all its own.", count: 72 }] },
    stale: 0,
    fitted: null,
  });
  expect(health.estimators.find(({ estimator }) => estimator === "siblings")?.distinctiveness).toEqual({
    scored: 0,
    missing: [{ reason: "It has not been scored yet.", count: 72 }],
  });
  await world.db.score.updateMany({ where: { conversationId: first }, data: { revision: 1 } });
  const stale = await getScoreHealth.run(world, operator, { project: "agreement" });
  expect(stale.estimators.find(({ estimator }) => estimator === "lexical")?.stale).toBe(1);
});

test("a calibration changes nothing until it is on; then lists show its values, raw ones stay, and off is as before", async () => {
  const { id, ids } = await newProject("calibrated");
  await showProjectScores(world, id);
  const raw = await shownOf(id);
  const first = await fitted("calibrated", { culture: "jp", method: "isotonic" });
  expect(first).toMatchObject({ before: null, calibration: { version: 1, items: 60, active: false, outdated: false } });
  await showProjectScores(world, id);
  expect(await shownOf(id)).toEqual(raw);

  const key = { key: world.newId(), requestHash: "switch" };
  const input = { project: "calibrated", calibration: first.calibration.id, before: null };
  const on = await activateCalibration.run(world, operator, input, key);
  expect(await activateCalibration.run(world, operator, input, key)).toEqual(on);
  expect(await world.db.event.count({ where: { projectId: id, kind: "calibration.activated" } })).toBe(1);
  await showProjectScores(world, id);
  const shown = await shownOf(id);
  for (const [n, conversation] of ids.entries()) {
    const score = raw.get(conversation) ?? -1;
    // What the database computes is what the pure function says; the other culture's values are left raw.
    const expected = n < 60 ? calibrate(first.calibration.map, score) : score;
    expect(shown.get(conversation)).toBeCloseTo(expected, 10);
  }
  expect(await world.db.score.count({ where: { representativeness: 0.56, conversation: { projectId: id } } })).toBe(3);
  const project = await getProject.run(world, operator, { project: "calibrated" });
  expect(project.calibrated).toEqual({ representativeness: ["jp"], distinctiveness: [] });
  const [card, foreign] = await Promise.all(
    [ids[0], ids[60]].map((conversation) =>
      getTriageCard.run(world, operator, { project: "calibrated", conversation }),
    ),
  );
  expect(card?.conversation.shown.representativeness).toEqual({
    estimator: "lexical",
    calibration: { version: 1, against: "decisions", own: true },
  });
  expect(foreign?.conversation.shown.representativeness.calibration).toBeNull();

  // One for all cultures: it serves those that have none of their own.
  const wide = await fitted("calibrated", { method: "platt", activate: true });
  expect(wide).toMatchObject({ before: null, calibration: { version: 1, items: 72, active: true, culture: null } });
  await showProjectScores(world, id);
  const both = await shownOf(id);
  for (const [n, conversation] of ids.entries()) {
    const map = n < 60 ? first.calibration.map : wide.calibration.map;
    expect(both.get(conversation)).toBeCloseTo(calibrate(map, raw.get(conversation) ?? -1), 10);
  }
  expect((await getProject.run(world, operator, { project: "calibrated" })).calibrated.representativeness).toBe("all");

  // Scores of another version of the estimator are left as they are.
  await world.db.score.updateMany({ where: { conversationId: ids[0] ?? "" }, data: { version: "another" } });
  await showProjectScores(world, id);
  expect((await shownOf(id)).get(ids[0] ?? "")).toBeCloseTo(raw.get(ids[0] ?? "") ?? -1, 10);
  await world.db.score.updateMany({
    where: { conversationId: ids[0] ?? "" },
    data: { version: estimators.lexical.version },
  });

  for (const calibration of [first.calibration.id, wide.calibration.id])
    await deactivateCalibration.run(world, operator, { project: "calibrated", calibration });
  await showProjectScores(world, id);
  expect(await shownOf(id)).toEqual(raw);
  const { rows } = await listCalibrations.run(world, operator, { project: "calibrated" });
  expect(rows.map(({ version, active }) => [version, active])).toEqual([
    [1, false],
    [1, false],
  ]);
});

test("fitting anew makes a new version and switching names what was on, so that nobody's switch is overlooked", async () => {
  await newProject("versions");
  const one = await fitted("versions", { activate: true });
  const two = await fitted("versions", { activate: true });
  expect([two.calibration.version, two.before]).toEqual([2, one.calibration.id]);
  const back = { project: "versions", calibration: one.calibration.id };
  await expect(activateCalibration.run(world, operator, { ...back, before: null })).rejects.toMatchObject({
    code: "conflict",
    details: { active: two.calibration.id },
  });
  const undone = await activateCalibration.run(world, operator, { ...back, before: two.calibration.id });
  expect(undone.before).toBe(two.calibration.id);
  await expect(
    deactivateCalibration.run(world, operator, { project: "versions", calibration: two.calibration.id }),
  ).rejects.toMatchObject({ code: "conflict" });
  const { calibrations } = await asked("versions");
  expect(calibrations.map(({ version, active }) => [version, active])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect(await world.db.event.findMany({ where: { kind: { startsWith: "calibration." } } })).not.toHaveLength(0);
});

test("nothing is fitted to too few, against the order of the scores, of no culture, or of ratings to themselves", async () => {
  const { id } = await newProject("refused");
  await expect(fitted("refused", { culture: "fr" })).rejects.toThrow("Not enough to say: 12 of 50 decided items.");
  await expect(fitted("refused", { culture: "nowhere" })).rejects.toMatchObject({ code: "not_found" });
  await expect(fitted("refused", { against: "ratings" satisfies Against })).rejects.toThrow("0 of 50 rated items");
  await expect(fitted("refused", { estimator: "human", against: "ratings" })).rejects.toMatchObject({
    code: "invalid",
  });
  await world.pool.query(
    "UPDATE score SET representativeness = 1 - representativeness WHERE conversation_id IN (SELECT id FROM conversation WHERE project_id = $1)",
    [id],
  );
  await expect(fitted("refused")).rejects.toThrow("Higher scores were not accepted more often");
  expect(await world.db.calibration.count({ where: { projectId: id } })).toBe(0);
});

test("people's ratings become scores of the estimator “human” and leave again with the decision that gave them", async () => {
  const { id, ids } = await newProject("rated");
  const ratings = ["importance", "distinctiveness"];
  await updateProject.run(world, operator, { project: "rated", expectedVersion: 1, ratings });
  const jobs = async () => {
    const { rows } = await world.pool.query<{ data: { cultureId: string } }>(
      "SELECT data FROM pgboss.job WHERE name = 'score.ratings' AND data->>'projectId' = $1",
      [id],
    );
    return rows.map(({ data }) => data.cultureId);
  };
  const human = async (conversationId: string) =>
    world.db.score.findUnique({ where: { conversationId_estimator: { conversationId, estimator: "human" } } });
  expect(await jobs()).toEqual([]);
  const [first = "", second = "", third = ""] = ids;
  const person = await addPerson(world, id, "Rita", "annotator");
  const rate = (conversation: string, expectedVersion: number, importance: number) =>
    decide.run(world, person, {
      project: "rated",
      conversation,
      expectedVersion,
      kind: "accept",
      ratings: { importance, distinctiveness: 2 },
    });
  await rate(first, 2, 5);
  await rate(second, 2, 3);
  const [cultureId = ""] = await jobs();
  expect(await jobs()).toEqual([cultureId]);
  await scoreRatings(world, id, cultureId);
  // (rating − 1) / 4; the higher of two stands above the lower one and half of itself.
  expect(await human(first)).toMatchObject({
    representativeness: 1,
    representativenessPercentile: 0.75,
    distinctiveness: 0.25,
  });
  expect(await human(second)).toMatchObject({ representativeness: 0.5, representativenessPercentile: 0.25 });
  expect((await human(first))?.representativenessLow).toBeLessThan(1);
  expect(await human(third)).toBeNull();

  // Chosen for the column, they are shown; then taken back.
  await updateProject.run(world, operator, {
    project: "rated",
    expectedVersion: 2,
    representativenessEstimator: "human",
  });
  await showProjectScores(world, id);
  expect((await shownOf(id)).get(first)).toBe(1);
  expect((await shownOf(id)).get(third)).toBeNull();
  await undo.run(world, person, { project: "rated" });
  await undo.run(world, person, { project: "rated" });
  await scoreRatings(world, id, cultureId);
  expect([await human(first), await human(second)]).toEqual([null, null]);
  expect((await shownOf(id)).get(first)).toBeNull();

  // Held against ratings, scores are those of the rated alone.
  await undo.run(world, person, { project: "rated", direction: "redo" });
  const found = await asked("rated", { against: "ratings" });
  expect(found.all).toMatchObject({ items: 1, accepted: null, shortage: { of: "items", have: 1, need: 50 } });
});

test("estimators are told apart by how they order a culture, with those furthest apart", async () => {
  const { ids } = await newProject("apart");
  const [first = "", second = "", third = ""] = ids;
  await world.db.score.createMany({
    data: [first, second, third].map((conversationId, n) => ({
      conversationId,
      estimator: "panel",
      version: "1",
      revision: 1,
      representativeness: 0.1,
      // The three stand at .56, .40 and .32 by wording.
      representativenessPercentile: [0.01, 0.4, 0.3][n] ?? 0,
      parts: {},
    })),
  });
  const { pairs } = await getDisagreement.run(world, operator, { project: "apart", measure: "representativeness" });
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ first: "lexical", second: "panel", items: 3, apart: 1 });
  expect(pairs[0]?.furthest[0]).toMatchObject({ id: first, first: 0.56, second: 0.01, culture: "Japan" });
});

test("a column is not fed by an estimator that the project does not run", async () => {
  await world.addProject("choice");
  await expect(
    updateProject.run(world, operator, {
      project: "choice",
      expectedVersion: 1,
      estimators: ["lexical"],
      distinctivenessEstimator: "siblings",
    }),
  ).rejects.toMatchObject({ code: "invalid", fields: [{ field: "distinctivenessEstimator" }] });
  const jobsOf = async (name: string) =>
    (await world.pool.query("SELECT FROM pgboss.job WHERE name = $1 AND state = 'created'", [name])).rowCount;
  const before = await jobsOf("score.project");
  await updateProject.run(world, operator, { project: "choice", expectedVersion: 1, estimators: ["lexical"] });
  expect(await jobsOf("score.project")).toBe((before ?? 0) + 1);
});
