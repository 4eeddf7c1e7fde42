import type { Difference } from "#lib/curation/difference.ts";
import { StudioError } from "#lib/errors.ts";
import type { World } from "#lib/world/world.ts";
import { findLeftovers } from "./verify/find-leftovers.ts";
import { type ProjectVerification, verifyProject } from "./verify-project.ts";

/** What was checked, and what differs: in projects, and among the files that belong to none. */
export interface Verification {
  ok: boolean;
  projects: ProjectVerification[];
  leftovers: Difference[];
}

/** Verifies one project, or all of them, one after the other. For the operator. @throws StudioError `not_found` */
export async function verify(world: World, slug?: string): Promise<Verification> {
  const found = await world.db.project.findMany({
    where: slug === undefined ? {} : { slug },
    select: { id: true, slug: true },
    orderBy: { id: "asc" },
  });
  if (slug !== undefined && found.length === 0)
    throw new StudioError("not_found", `There is no project “${slug.slice(0, 80)}” here.`);
  const projects: ProjectVerification[] = [];
  for (const project of found) projects.push(await verifyProject(world, project));
  const leftovers = await findLeftovers(world);
  return {
    ok: leftovers.length === 0 && projects.every(({ differences }) => differences.length === 0),
    projects,
    leftovers,
  };
}
