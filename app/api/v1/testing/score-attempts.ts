import { createCulture } from "#lib/services/create-culture.ts";
import { importText, jsonLines, operator, record } from "#lib/services/testing/import-text.ts";
import type { Attempts, Ground } from "./attempt.ts";
import { cultureInput } from "./culture-input.ts";

/** Adds conversations that were scored and decided, and says how to ask about scores and calibrate them. */
export async function scoreAttempts(ground: Ground): Promise<Attempts> {
  const { world, slug, id: projectId } = ground;
  await addJudged(ground);
  let count = 0;
  const calibration = async (active: boolean) => {
    const row = {
      projectId,
      estimator: "lexical",
      estimatorVersion: "1",
      measure: "representativeness",
      version: ++count,
      against: "decisions",
      method: "platt",
      items: 60,
      slope: 1,
      intercept: 0,
      brierRaw: 0.2,
      brierCalibrated: 0.1,
      active,
    };
    // At most one of a culture is on, and several askers are at it: each gets a culture of its own.
    const input = cultureInput(`judged-${slug}-${count}`);
    const { id: cultureId } = await createCulture.run(world, operator, { project: slug, ...input });
    return (await world.db.calibration.create({ data: { id: world.newId(), ...row, cultureId } })).id;
  };
  const base = `/api/v1/projects/${slug}`;
  const get = (part: string) => async () => ({ path: `${base}${part}` });
  const project = "/api/v1/projects/{project}";
  return {
    [`GET ${project}/scores`]: get("/scores"),
    [`POST ${project}/scores`]: async () => ({ path: `${base}/scores`, body: {} }),
    [`GET ${project}/scores/health`]: get("/scores/health"),
    [`GET ${project}/scores/agreement`]: get("/scores/agreement?estimator=lexical&measure=representativeness"),
    [`GET ${project}/scores/disagreement`]: get("/scores/disagreement?measure=distinctiveness"),
    [`GET ${project}/calibrations`]: get("/calibrations"),
    [`POST ${project}/calibrations`]: async () => ({
      path: `${base}/calibrations`,
      body: { estimator: "lexical", measure: "representativeness", culture: "fr" },
    }),
    [`POST ${project}/calibrations/{calibration}/activate`]: async () => ({
      path: `${base}/calibrations/${await calibration(false)}/activate`,
      body: { before: null },
    }),
    [`POST ${project}/calibrations/{calibration}/deactivate`]: async () => ({
      path: `${base}/calibrations/${await calibration(true)}/deactivate`,
      body: {},
    }),
  };
}

/** Sixty conversations that people decided as their scores have it, so that a calibration can be fitted to them. */
async function addJudged({ world, slug, id: projectId }: Ground): Promise<void> {
  const lines = Array.from({ length: 60 }, (_, n) =>
    record(`${slug}-judged-${n}`, "fr", `Judged ${n}?`, `Answer ${n}.`),
  );
  await importText(world, { project: slug, text: jsonLines(lines) });
  const rows = await world.db.conversation.findMany({
    where: { projectId, externalId: { startsWith: `${slug}-judged-` } },
    select: { id: true },
  });
  await world.db.score.createMany({
    data: rows.map(({ id }, n) => ({
      conversationId: id,
      estimator: "lexical",
      version: "1",
      revision: 1,
      representativeness: n / 60,
      parts: {},
    })),
  });
  await world.db.decision.createMany({
    data: rows.map(({ id }, n) => ({
      id: world.newId(),
      projectId,
      conversationId: id,
      revision: 1,
      kind: n < 30 ? "reject" : "accept",
      eventNumber: 0,
    })),
  });
  for (const [status, of] of [
    ["rejected", rows.slice(0, 30)],
    ["accepted", rows.slice(30)],
  ] as const)
    await world.db.conversation.updateMany({ where: { id: { in: of.map(({ id }) => id) } }, data: { status } });
}
