import { decisionProblem } from "#lib/curation/decision-problem.ts";
import { type BulkActor, decidedByOthers, staysTheSame } from "#lib/db/bulk-conditions.ts";
import type { Transaction } from "#lib/db/client.ts";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import { toPrisma } from "#lib/db/to-prisma.ts";
import { invalidField, StudioError } from "#lib/errors.ts";
import { ProjectRole } from "#lib/schema/actor.ts";
import { type BulkAct, type BulkSet, BulkView, PrepareBulkInput } from "#lib/schema/bulk.ts";
import { Status } from "#lib/schema/conversation.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { World } from "#lib/world/world.ts";
import { readBulk } from "./bulk-view.ts";
import { defineChange } from "./define.ts";

/**
 * Freezes a set of conversations with their versions and counts what the act would do to them; nothing changes yet. The set
 * is chosen, frozen and counted in one statement, so that what is shown is what is meant. O(rows of the set).
 */
export const prepareBulk = defineChange(
  {
    action: "conversation.bulk",
    summary: "Freeze a set of conversations and count what an act would do to them",
    Input: PrepareBulkInput,
    Output: BulkView,
  },
  async ({ world, actor, project, tx }, { act, set }) => {
    await requireMeant(tx, project.id, act, set);
    const id = world.newId();
    const { overlap } = await tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { overlap: true } });
    await tx.bulkAct.create({
      data: {
        id,
        projectId: project.id,
        userId: actor.userId,
        actorKind: actor.kind,
        act,
        effect: {},
        state: "prepared",
        total: 0,
        createdAt: world.now(),
      },
    });
    const chosen = await choose(world, project.id, set);
    const { total, effect } = await freeze(tx, id, chosen, act, { person: actor.userId, overlap });
    if (set.kind === "rows" && total !== new Set(set.rows.map((row) => row.id)).size)
      throw new StudioError("not_found", "Some of these conversations are not in this project.");
    await tx.bulkAct.update({ where: { id }, data: { total, effect } });
    return (await readBulk(tx, project.id, id)).view;
  },
);

/** What the act names belongs together and is there: a reason for a rejection, tags of the vocabulary, a member who may decide. */
async function requireMeant(tx: Transaction, projectId: string, act: BulkAct, set: BulkSet): Promise<void> {
  if (act.kind === "decide") {
    const problem = decisionProblem({ kind: act.decision, reason: act.reason }, []);
    if (problem) throw invalidField(`act.${problem.field}`, problem.message);
    if (act.keep != null && act.decision !== "reject")
      throw invalidField("act.keep", "goes with a rejection of the others");
    if (act.keep != null && !(set.kind === "rows" && set.rows.some(({ id }) => id === act.keep)))
      throw invalidField("act.keep", "is not one of the rows of the set");
  }
  if (act.kind === "tag") {
    const wanted = [...new Set([...act.add, ...act.remove])];
    if (wanted.length === 0) throw invalidField("act.add", "names no tag");
    const known = await tx.tag.count({ where: { projectId, id: { in: wanted }, mergedIntoId: null } });
    if (known !== wanted.length) throw invalidField("act.add", "holds a tag that is not in this project's vocabulary");
  }
  if (act.kind === "assign" && act.to !== null) {
    const member = await tx.membership.findFirst({ where: { projectId, userId: act.to } });
    const owner = await tx.user.findFirst({ where: { id: act.to, owner: true, deactivatedAt: null } });
    const may = owner !== null || (member !== null && reaches(ProjectRole.parse(member.role), "annotator"));
    if (!may) throw invalidField("act.to", "is nobody who may decide in this project");
  }
}

/** The rows of the set: `conversation` joined with the version to freeze, `frozen`. */
async function choose(world: World, projectId: string, set: BulkSet): Promise<{ from: Sql; version: Sql }> {
  if (set.kind === "matching") {
    const filter = await resolveFilter(world.pool, projectId, set.filter);
    const where = sql`${whereFilter(filter)} AND conversation.id <> ALL(${set.except}::uuid[])`;
    return { from: sql`conversation WHERE ${where}`, version: sql`conversation.version` };
  }
  const versions = new Map(set.rows.map(({ id, version }) => [id, version]));
  const seen = sql`unnest(${[...versions.keys()]}::uuid[], ${[...versions.values()]}::int[]) AS seen (id, version)`;
  return {
    from: sql`conversation JOIN ${seen} ON seen.id = conversation.id WHERE conversation.project_id = ${projectId}::uuid`,
    version: sql`seen.version`,
  };
}

interface Counted {
  status: string;
  count: number;
  same: number;
  others: number;
  flagged: number;
}

async function freeze(
  tx: Transaction,
  id: string,
  { from, version }: { from: Sql; version: Sql },
  act: BulkAct,
  actor: BulkActor,
): Promise<Pick<BulkView, "total" | "effect">> {
  const rows = await tx.$queryRaw<Counted[]>(
    toPrisma(sql`
      WITH chosen AS MATERIALIZED (
        SELECT conversation.id, ${version} AS version, conversation.status, conversation.flagged, (${staysTheSame(act, actor)}) AS same,
          ${act.kind === "decide" ? sql`(${decidedByOthers(actor)})` : sql`false`} AS others
        FROM ${from}
      ), frozen AS (
        INSERT INTO bulk_item (bulk_id, conversation_id, version) SELECT ${id}::uuid, id, version FROM chosen
      )
      SELECT status, count(*)::int AS count, count(*) FILTER (WHERE same)::int AS same, count(*) FILTER (WHERE others AND NOT same)::int AS others,
        count(*) FILTER (WHERE flagged)::int AS flagged
      FROM chosen GROUP BY status ORDER BY status`),
  );
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    total: sum(({ count }) => count),
    effect: {
      byStatus: rows.map(({ status, count }) => ({ status: Status.parse(status), count })),
      same: sum(({ same }) => same),
      decidedByOthers: sum(({ others }) => others),
      flagged: sum(({ flagged }) => flagged),
    },
  };
}
