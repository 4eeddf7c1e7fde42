import { z } from "zod";
import { type JudgedRecord, selectJudged, toJudged, usualVersion } from "#lib/db/read-judged.ts";
import { toPrisma } from "#lib/db/to-prisma.ts";
import { StudioError } from "#lib/errors.ts";
import type { Against, Shortage } from "#lib/schema/agreement.ts";
import {
  CalibrationChanged,
  CalibrationInput,
  type CalibrationMap,
  CalibrationView,
  FitCalibrationInput,
} from "#lib/schema/calibration.ts";
import { brierAcrossFolds, fitCalibration as fitMap, rises, usualMethod } from "#lib/scoring/calibration/calibrate.ts";
import { reliability } from "#lib/scoring/calibration/reliability.ts";
import { shortageOf } from "#lib/scoring/calibration/shortage.ts";
import type { World } from "#lib/world/world.ts";
import { type CalibrationRecord, readCalibrations, selectCalibrations, toCalibrationView } from "./calibration-view.ts";
import { type ChangeContext, defineChange, definePreparedChange, defineProjectRead } from "./define.ts";

const pageSize = 50;

/** The project's calibrations, newest first, a page at a time. */
export const listCalibrations = defineProjectRead(
  {
    action: "score.read",
    summary: "List calibrations",
    Input: z.strictObject({ project: z.string(), cursor: z.uuid().optional() }),
    Output: z.strictObject({ rows: z.array(CalibrationView), next: z.uuid().nullable() }),
  },
  async ({ world, project }, { cursor }) => {
    const found = await readCalibrations(world, project.id, { before: cursor, limit: pageSize + 1 });
    const rows = found.slice(0, pageSize);
    return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
  },
);

/**
 * Fits what people said to an estimator's scores and keeps it as a new version, switched on only if asked. Refused where too few
 * items were judged (`shortageOf`), and where higher scores were not judged better. Reads the judged items once and fits six
 * times, before the transaction.
 */
export const fitCalibration = definePreparedChange(
  {
    action: "score.calibrate",
    summary: "Fit a calibration to people's decisions or ratings; it changes nothing until it is switched on",
    Input: FitCalibrationInput,
    Output: CalibrationChanged,
  },
  ({ world, project }, input) => fitJudged(world, project.id, input),
  async (context, { estimator, measure, against, activate }, fitted) => {
    if (fitted instanceof StudioError) throw fitted;
    const { world, actor, project, tx, record } = context;
    const { culture, facts } = fitted;
    const key = { estimator, measure, cultureId: culture?.id ?? null };
    const newest = await tx.calibration.findFirst({
      where: { projectId: project.id, ...key },
      orderBy: { version: "desc" },
      select: { version: true },
    });
    const before = activate ? await switchOff(context, key) : null;
    const row = {
      id: world.newId(),
      projectId: project.id,
      ...key,
      version: (newest?.version ?? 0) + 1,
      against,
      ...facts,
      active: activate,
      createdBy: actor.userId,
      createdAt: world.now(),
    };
    await tx.calibration.create({ data: row });
    await record({ kind: "calibration.fitted", payload: { ...row, culture: culture?.code ?? null, before } });
    if (activate) await world.queue.enqueue(tx, "score.headlines", { projectId: project.id }, project.id);
    return { calibration: await viewOf(context, row.id), before };
  },
);

/** What a version is made of, from what is judged now; or why there is none. */
async function fitJudged(
  { db, pool }: World,
  projectId: string,
  { estimator, measure, culture: code, against, method: wanted }: z.output<typeof FitCalibrationInput>,
) {
  if (estimator === "human" && against === "ratings")
    return new StudioError("invalid", "against: ratings are what this estimator says already. Ask for decisions.", {
      fields: [{ field: "against", message: "are what this estimator says already; ask for decisions" }],
    });
  const culture = code == null ? null : await db.culture.findUnique({ where: { projectId_code: { projectId, code } } });
  if (code != null && culture === null)
    return new StudioError("not_found", "There is no such culture in this project.");
  const question = { projectId, estimator, measure, against };
  const { rows } = await pool.query<JudgedRecord>(selectJudged(question).toQuery());
  const version = usualVersion(rows);
  const judged = toJudged(rows.filter((row) => row.version === version));
  const items = culture === null ? [...judged.values()].flat() : (judged.get(culture.id) ?? []);
  const shortage = shortageOf(items, against);
  if (shortage !== null) return new StudioError("invalid", shortageWords(shortage, against), { details: { shortage } });
  const method = wanted ?? usualMethod(items.length);
  const map = fitMap(items, method);
  if (!rises(map))
    return new StudioError(
      "invalid",
      `Higher scores were not ${against === "decisions" ? "accepted more often" : "rated higher"}, so there is nothing to calibrate them to.`,
    );
  const facts = {
    estimatorVersion: version ?? "none",
    method,
    items: items.length,
    ...columnsOf(map),
    brierRaw: reliability(items).brier ?? 0,
    brierCalibrated: brierAcrossFolds(items, method),
  };
  return { culture, facts };
}

/** What was on when the writer looked, so that nobody's switch is overlooked. */
const ActivateInput = CalibrationInput.extend({ before: z.uuid().nullable() });

/**
 * Shows values by a calibration instead of the one that is on for the same estimator, measure and culture. Raw scores stay.
 * Lists follow as soon as a worker has gone over the project.
 */
export const activateCalibration = defineChange(
  { action: "score.calibrate", summary: "Switch a calibration on", Input: ActivateInput, Output: CalibrationChanged },
  async (context, { calibration: id, before: expected }) => {
    const { world, project, tx, record } = context;
    const row = await lockCalibration(context, id);
    const before = await switchOff(context, row);
    if (before !== expected)
      throw new StudioError("conflict", "Somebody switched a calibration in the meantime. Look again.", {
        details: { active: before },
      });
    await tx.calibration.update({ where: { id }, data: { active: true } });
    await record({ kind: "calibration.activated", payload: { calibration: id, before } });
    await world.queue.enqueue(tx, "score.headlines", { projectId: project.id }, project.id);
    return { calibration: await viewOf(context, id), before };
  },
);

/** Shows raw values again. */
export const deactivateCalibration = defineChange(
  {
    action: "score.calibrate",
    summary: "Switch a calibration off",
    Input: CalibrationInput,
    Output: CalibrationChanged,
  },
  async (context, { calibration: id }) => {
    const { world, project, tx, record } = context;
    const row = await lockCalibration(context, id);
    if (!row.active)
      throw new StudioError("conflict", "This calibration is off already.", { details: { active: null } });
    await tx.calibration.update({ where: { id }, data: { active: false } });
    await record({ kind: "calibration.deactivated", payload: { calibration: id } });
    await world.queue.enqueue(tx, "score.headlines", { projectId: project.id }, project.id);
    return { calibration: await viewOf(context, id), before: id };
  },
);

/** What is missing, in a sentence. */
export function shortageWords({ of, have, need }: Shortage, against: Against): string {
  const judged = against === "decisions" ? "decided" : "rated";
  if (of === "variety")
    return `All ${judged} items have the same score or the same verdict, so there is nothing to compare.`;
  return of === "items"
    ? `Not enough to say: ${have} of ${need} ${judged} items.`
    : `Not enough to say: ${have} of ${need} ${of} items.`;
}

type Row = Awaited<ReturnType<ChangeContext["tx"]["calibration"]["findUniqueOrThrow"]>>;

/** Locked until commit, so that two people who switch come one after the other. */
async function lockCalibration({ project, tx }: ChangeContext, id: string): Promise<Row> {
  await tx.$queryRaw`SELECT FROM calibration WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.calibration.findFirst({ where: { id, projectId: project.id } });
  if (row === null) throw new StudioError("not_found", "There is no such calibration here.");
  return row;
}

/** Switches off what is on for the same estimator, measure and culture; returns its id. */
async function switchOff(
  { project, tx }: ChangeContext,
  { estimator, measure, cultureId }: Pick<Row, "estimator" | "measure" | "cultureId">,
): Promise<string | null> {
  const where = { projectId: project.id, estimator, measure, cultureId, active: true };
  const active = await tx.calibration.findFirst({ where, select: { id: true } });
  if (active !== null) await tx.calibration.updateMany({ where, data: { active: false } });
  return active?.id ?? null;
}

function columnsOf(map: CalibrationMap): Pick<Row, "xs" | "ys" | "slope" | "intercept"> {
  return map.method === "platt"
    ? { xs: [], ys: [], slope: map.slope, intercept: map.intercept }
    : { xs: map.xs, ys: map.ys, slope: null, intercept: null };
}

/** The row as it is inside the transaction. */
async function viewOf({ project, tx }: ChangeContext, id: string): Promise<CalibrationView> {
  const [row] = await tx.$queryRaw<CalibrationRecord[]>(toPrisma(selectCalibrations(project.id, { id })));
  if (row === undefined) throw new StudioError("not_found", "There is no such calibration here.");
  return toCalibrationView(row);
}
