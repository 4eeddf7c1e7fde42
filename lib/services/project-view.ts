import type { Columns } from "#lib/curation/columns/columns.ts";
import { marks, statusOfMarks } from "#lib/curation/columns/marks.ts";
import type { Project as Row } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { ProjectView } from "#lib/schema/project.ts";
import { MeasureName } from "#lib/schema/score.ts";
import type { World } from "#lib/world/world.ts";

/**
 * Projects as their members see them, newest first, with counts by status: from the columns where these are in memory, else
 * by one aggregate over the conversations of all the others.
 */
export async function readProjectViews(
  world: World,
  projects: readonly { id: string; role: ProjectRole }[],
): Promise<ProjectView[]> {
  if (projects.length === 0) return [];
  const ids = projects.map((project) => project.id);
  const [rows, counts, calibrated] = await Promise.all([
    world.db.project.findMany({ where: { id: { in: ids } }, orderBy: { id: "desc" } }),
    countProjects(world, ids),
    readCalibrated(world, ids),
  ]);
  return rows.map((row) =>
    toProjectView(
      row,
      projects.find((project) => project.id === row.id)?.role,
      counts.get(row.id),
      calibrated.get(row.id),
    ),
  );
}

/** A project of which nothing is known but its row has no conversations and no calibrations. */
export function toProjectView(
  row: Row,
  role: ProjectRole | undefined,
  counts: Counts = noCounts,
  calibrated: Calibrated = nothingCalibrated,
): ProjectView {
  return ProjectView.parse({
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    description: row.description,
    guideline: row.guideline,
    overlap: row.overlap,
    cellTarget: row.cellTarget,
    blind: row.blind,
    hideScores: row.hideScores,
    ratings: row.ratings,
    estimators: row.estimators,
    representativenessEstimator: row.representativenessEstimator,
    distinctivenessEstimator: row.distinctivenessEstimator,
    shownRepresentativeness: row.shownRepresentativeness,
    shownDistinctiveness: row.shownDistinctiveness,
    calibrated,
    version: row.version,
    role,
    counts,
  });
}

type Counts = ProjectView["counts"];
type Calibrated = ProjectView["calibrated"];
const nothingCalibrated: Calibrated = { representativeness: [], distinctiveness: [] };
const noCounts: Counts = { pending: 0, accepted: 0, rejected: 0, total: 0, scored: 0 };

async function countProjects(world: World, ids: readonly string[]): Promise<Map<string, Counts>> {
  const loaded = ids.filter((id) => world.columns.has(id));
  const others = ids.filter((id) => !loaded.includes(id));
  const [fromColumns, fromTable] = await Promise.all([
    Promise.all(loaded.map(async (id): Promise<[string, Counts]> => [id, await world.columns.look(id, countMarks)])),
    others.length === 0 ? [] : countTable(world, others),
  ]);
  return new Map([...fromColumns, ...fromTable]);
}

function countMarks({ length, uses }: Columns): Counts {
  const counts: Counts = { ...noCounts, total: length };
  uses.marks.forEach((count, code) => {
    const status = statusOfMarks(code);
    if (status) counts[status] += count;
    if (code & marks.representativeness) counts.scored += count;
  });
  return counts;
}

async function countTable({ pool }: World, ids: readonly string[]): Promise<Map<string, Counts>> {
  const { rows } = await pool.query<Counts & { id: string }>(
    `SELECT project_id AS id, count(*) FILTER (WHERE status = 'pending')::int AS pending, count(*) FILTER (WHERE status = 'accepted')::int AS accepted,
       count(*) FILTER (WHERE status = 'rejected')::int AS rejected, count(*)::int AS total, count(representativeness)::int AS scored
     FROM conversation WHERE project_id = ANY($1::uuid[]) GROUP BY project_id`,
    [ids],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Which columns of which projects show calibrated values: those whose estimator has a calibration on, of its present version. */
async function readCalibrated({ pool }: World, ids: readonly string[]): Promise<Map<string, Calibrated>> {
  const { rows } = await pool.query<{ id: string; measure: string; culture: string | null }>(
    `SELECT project.id, calibration.measure, culture.code AS culture
     FROM project JOIN calibration ON calibration.project_id = project.id AND calibration.active
       AND calibration.estimator = CASE calibration.measure WHEN 'representativeness' THEN project.shown_representativeness ELSE project.shown_distinctiveness END
     LEFT JOIN scoring_model ON scoring_model.project_id = project.id AND scoring_model.estimator = calibration.estimator
     LEFT JOIN culture ON culture.id = calibration.culture_id
     WHERE project.id = ANY($1::uuid[]) AND calibration.estimator_version = coalesce(scoring_model.version, calibration.estimator_version)
     ORDER BY culture.code`,
    [ids],
  );
  const byProject = new Map<string, Calibrated>();
  for (const { id, measure, culture } of rows) {
    const known = byProject.get(id) ?? nothingCalibrated;
    const name = MeasureName.parse(measure);
    const before = known[name];
    byProject.set(id, { ...known, [name]: culture === null || before === "all" ? "all" : [...before, culture] });
  }
  return byProject;
}

/** @throws StudioError `not_found` */
export async function readProjectView(world: World, project: { id: string; role: ProjectRole }): Promise<ProjectView> {
  const [view] = await readProjectViews(world, [project]);
  if (!view) throw new StudioError("not_found", "There is no such project here.");
  return view;
}
