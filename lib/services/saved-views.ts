import { z } from "zod";
import type { SavedView as Row } from "#lib/db/generated/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";
import { projectRoles } from "#lib/schema/choices.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { CreateViewInput, SavedView, UpdateViewInput } from "#lib/schema/saved-view.ts";
import { type ChangeContext, defineChange, defineProjectRead, type ProjectContext } from "./define.ts";

/** A person keeps so many views in a project, and a project so many shared ones. */
const most = 200;

/** The project's shared views and one's own, by name. */
export const listViews = defineProjectRead(
  {
    action: "view.list",
    summary: "List saved views",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(SavedView) }),
  },
  async ({ world, actor, project }) => {
    const rows = await world.db.savedView.findMany({
      where: { projectId: project.id, deletedAt: null, OR: [{ shared: true }, { userId: actor.userId }] },
      orderBy: [{ shared: "desc" }, { name: "asc" }, { id: "asc" }],
      take: 2 * most,
    });
    const people = await world.db.user.findMany({
      where: { id: { in: rows.flatMap(({ userId }) => userId ?? []) } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return { rows: rows.map((row) => toView(row, actor.userId, names.get(row.userId ?? "") ?? null)) };
  },
);

/** Keeps a state of Browse under a name: for oneself, or as a curator for all members. */
export const createView = defineChange(
  { action: "view.save", summary: "Save a view of Browse", Input: CreateViewInput, Output: SavedView },
  async (context, { name, query, shared }) => {
    const { world, actor, project, tx, record } = context;
    requireMaySee(context, shared);
    await takeTurn(context);
    await requireFree(context, { name, shared, userId: actor.userId });
    const data = { id: world.newId(), projectId: project.id, userId: actor.userId, name, query, shared };
    const row = await tx.savedView.create({ data });
    await record({ kind: "view.created", payload: { view: row.id, name, query, shared } });
    return toView(row, actor.userId, personOf(context, row));
  },
);

/**
 * Renames a view, gives it another query, shares it, or lets Browse open with it for some roles, which the views that had them
 * lose. One's own, or a shared one as a curator.
 */
export const updateView = defineChange(
  { action: "view.save", summary: "Change a saved view", Input: UpdateViewInput, Output: SavedView },
  async (context, { project: _slug, view, expectedVersion, ...changes }) => {
    const { actor, tx, record } = context;
    await takeTurn(context);
    const row = await lockView(context, view, false);
    if (row.version !== expectedVersion)
      throw new StudioError("conflict", "Somebody changed this view in the meantime. Load it again.", {
        details: { version: row.version },
      });
    const wanted = { ...stateOf(row), ...changes };
    if (!wanted.shared) {
      if (changes.defaultFor?.length)
        throw new StudioError("invalid", "defaultFor: Browse opens with shared views only. Share this one first.", {
          fields: [{ field: "defaultFor", message: "takes a shared view" }],
        });
      wanted.defaultFor = [];
    }
    requireMaySee(context, row.shared || wanted.shared);
    await requireFree(context, { ...wanted, userId: row.userId }, row.id);
    const losing = await defaultViews(context, wanted.defaultFor, row.id);
    const lost = losing.map((other) => ({
      view: other.id,
      before: rolesOf(other),
      after: without(rolesOf(other), wanted.defaultFor),
    }));
    for (const { view: id, after: defaultFor } of lost)
      await tx.savedView.update({ where: { id }, data: { defaultFor, version: { increment: 1 } } });
    const after = await tx.savedView.update({
      where: { id: row.id },
      data: { ...wanted, version: { increment: 1 } },
    });
    await record({
      kind: "view.updated",
      fromVersion: row.version,
      toVersion: after.version,
      payload: { view: row.id, before: stateOf(row), after: wanted, ...(lost.length > 0 ? { lost } : {}) },
    });
    return toView(after, actor.userId, await nameOf(context, after));
  },
);

const OneView = z.strictObject({ project: z.string(), view: z.uuid() });

/** Takes a view away; it can be put back. */
export const removeView = defineChange(
  { action: "view.save", summary: "Remove a saved view", Input: OneView, Output: SavedView },
  async (context, { view }) => {
    const { world, actor, tx, record } = context;
    const row = await lockView(context, view, false);
    requireMaySee(context, row.shared);
    await tx.savedView.update({ where: { id: row.id }, data: { deletedAt: world.now() } });
    await record({ kind: "view.removed", payload: { view: row.id, name: row.name } });
    return toView(row, actor.userId, await nameOf(context, row));
  },
);

/** Puts a removed view back under its name; Browse opens with it again for the roles that no other view took meanwhile. */
export const restoreView = defineChange(
  { action: "view.save", summary: "Put a removed view back", Input: OneView, Output: SavedView },
  async (context, { view }) => {
    const { actor, tx, record } = context;
    await takeTurn(context);
    const row = await lockView(context, view, true);
    requireMaySee(context, row.shared);
    await requireFree(context, row, row.id);
    const taken = (await defaultViews(context, rolesOf(row), row.id)).flatMap(rolesOf);
    const defaultFor = without(rolesOf(row), taken);
    const after = await tx.savedView.update({ where: { id: row.id }, data: { deletedAt: null, defaultFor } });
    await record({ kind: "view.restored", payload: { view: row.id, name: row.name, defaultFor } });
    return toView(after, actor.userId, await nameOf(context, row));
  },
);

/** A view that the asker can see, locked until commit. Somebody else's own is not found. */
async function lockView({ actor, project, tx }: ChangeContext, view: string, removed: boolean): Promise<Row> {
  await tx.$queryRaw(Prisma.sql`SELECT FROM saved_view WHERE id = ${view}::uuid FOR UPDATE`);
  const row = await tx.savedView.findFirst({ where: { id: view, projectId: project.id } });
  const visible = row !== null && (row.shared || row.userId === actor.userId);
  if (!visible || (row.deletedAt !== null) !== removed)
    throw new StudioError("not_found", removed ? "There is no such removed view." : "There is no such view.");
  return row;
}

/** What may be changed of a view. */
interface ViewState {
  name: string;
  query: string;
  shared: boolean;
  defaultFor: ProjectRole[];
}

function stateOf(row: Row): ViewState {
  return { name: row.name, query: row.query, shared: row.shared, defaultFor: rolesOf(row) };
}

function rolesOf({ defaultFor }: Pick<Row, "defaultFor">): ProjectRole[] {
  return projectRoles.filter((role) => defaultFor.includes(role));
}

function without<Role extends string>(roles: readonly Role[], taken: readonly string[]): Role[] {
  return roles.filter((role) => !taken.includes(role));
}

/** The other views that Browse opens with for any of these roles. */
async function defaultViews(
  { project, tx }: ChangeContext,
  roles: readonly ProjectRole[],
  except: string,
): Promise<Row[]> {
  if (roles.length === 0) return [];
  const where = { projectId: project.id, deletedAt: null, id: { not: except }, defaultFor: { hasSome: [...roles] } };
  return await tx.savedView.findMany({ where });
}

function requireMaySee({ project }: ProjectContext, shared: boolean): void {
  if (shared && !reaches(project.role, "curator"))
    throw new StudioError("forbidden", "Views that all members see are made and changed by curators.");
}

/** Writers of a project's views take turns, before they lock any view. */
async function takeTurn({ project, tx }: ChangeContext): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(15, hashtext(${project.id}))`;
}

/** Shared names are unique among the shared views, one's own among one's own. */
async function requireFree(
  { project, tx }: ChangeContext,
  { name, shared, userId }: { name: string; shared: boolean; userId: string | null },
  except?: string,
): Promise<void> {
  const others = await tx.savedView.findMany({
    where: {
      projectId: project.id,
      deletedAt: null,
      shared,
      ...(shared ? {} : { userId }),
      ...(except === undefined ? {} : { id: { not: except } }),
    },
    select: { name: true },
  });
  const whose = shared ? "The project has" : "You have";
  if (others.length >= most) throw new StudioError("conflict", `${whose} ${most} views. Remove one first.`);
  if (others.some((other) => sameName(other.name, name))) {
    const scope = shared ? "shared view" : "view of yours";
    throw new StudioError("invalid", `name: there is a ${scope} called “${name}” already. Choose another name.`, {
      fields: [{ field: "name", message: `is the name of another ${scope}` }],
    });
  }
}

/** Names that look alike are alike. */
function sameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize("NFC").toLowerCase();
  return folded(one) === folded(other);
}

function personOf({ actor }: ProjectContext, row: Row): string | null {
  return row.userId !== null && row.userId === actor.userId ? actor.name : null;
}

async function nameOf(context: ChangeContext, row: Row): Promise<string | null> {
  if (row.userId === null || row.userId === context.actor.userId) return personOf(context, row);
  return (await context.tx.user.findUnique({ where: { id: row.userId }, select: { name: true } }))?.name ?? null;
}

function toView(row: Row, userId: string | null, person: string | null): SavedView {
  const { id, name, query, shared, version } = row;
  return { id, name, query, shared, defaultFor: rolesOf(row), mine: row.userId === userId, person, version };
}
