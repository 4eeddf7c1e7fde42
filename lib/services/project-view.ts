import { StudioError } from "#lib/errors.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { ProjectView } from "#lib/schema/project.ts";
import type { World } from "#lib/world/world.ts";

/** Projects as their members see them, newest first, with counts by status. One aggregate over the given projects. */
export async function readProjectViews(
  world: World,
  projects: readonly { id: string; role: ProjectRole }[],
): Promise<ProjectView[]> {
  if (projects.length === 0) return [];
  const ids = projects.map((project) => project.id);
  const [rows, counts] = await Promise.all([
    world.db.project.findMany({ where: { id: { in: ids } }, orderBy: { id: "desc" } }),
    world.pool.query<{ project_id: string; status: string; count: number; scored: number }>(
      `SELECT project_id, status, count(*)::int AS count, count(representativeness)::int AS scored FROM conversation
       WHERE project_id = ANY($1::uuid[]) GROUP BY project_id, status`,
      [ids],
    ),
  ]);
  return rows.map((row) => {
    const own = counts.rows.filter((count) => count.project_id === row.id);
    const of = (status: string) => own.find((count) => count.status === status)?.count ?? 0;
    return ProjectView.parse({
      id: row.id,
      slug: row.slug,
      name: row.name,
      kind: row.kind,
      description: row.description,
      guideline: row.guideline,
      overlap: row.overlap,
      blind: row.blind,
      hideScores: row.hideScores,
      ratings: row.ratings,
      distinctivenessEstimator: row.distinctivenessEstimator,
      shownDistinctiveness: row.shownDistinctiveness,
      version: row.version,
      role: projects.find((project) => project.id === row.id)?.role,
      counts: {
        pending: of("pending"),
        accepted: of("accepted"),
        rejected: of("rejected"),
        total: own.reduce((sum, count) => sum + count.count, 0),
        scored: own.reduce((sum, count) => sum + count.scored, 0),
      },
    });
  });
}

/** @throws StudioError `not_found` */
export async function readProjectView(world: World, project: { id: string; role: ProjectRole }): Promise<ProjectView> {
  const [view] = await readProjectViews(world, [project]);
  if (!view) throw new StudioError("not_found", "There is no such project here.");
  return view;
}
