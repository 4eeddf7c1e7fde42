import { z } from "zod";
import { requireProject } from "#lib/auth/require-project.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { BulkAct, BulkView } from "#lib/schema/bulk.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { parse } from "#lib/schema/parse.ts";
import type { World } from "#lib/world/world.ts";
import { readBulk } from "./bulk-view.ts";
import { prepareBulk } from "./prepare-bulk.ts";
import { runBulk } from "./run-bulk.ts";
import { startBulk } from "./start-bulk.ts";
import { undo } from "./undo.ts";

export interface BulkOrder {
  project: string;
  act: NamedAct;
  /** As in the address of Browse: `culture=jp&status=pending`. */
  where: string;
}

/** An act that names tags by their keys and people by their addresses, as a person writes them. */
export type NamedAct =
  | (BulkAct & { kind: "decide" })
  | { kind: "tag"; add: string[]; remove: string[] }
  | { kind: "assign"; to: string | null };

/** Freezes the set that `where` names and counts what the act would do to it. @throws StudioError */
export async function prepareNow(world: World, actor: Actor, { project, act, where }: BulkOrder): Promise<BulkView> {
  const { id } = await requireProject(world, actor, project, "conversation.bulk");
  const filter = parse(ConversationFilter, Object.fromEntries(new URLSearchParams(where)));
  return prepareBulk.run(world, actor, {
    project,
    act: await resolveAct(world, id, act),
    set: { kind: "matching", filter },
  });
}

/** Does a prepared act in this process, to its end, whatever its size. */
export async function startNow(world: World, actor: Actor, project: string, bulk: string): Promise<BulkView> {
  return finishNow(world, await startBulk.run(world, actor, { project, bulk }));
}

/** Takes an act on many back in this process, to its end. @throws StudioError `not_found` or `conflict` */
export async function undoBulkNow(world: World, actor: Actor, project: string, bulk: string): Promise<BulkView> {
  const { id: projectId } = await requireProject(world, actor, project, "conversation.bulk");
  const row = await world.db.bulkAct.findFirst({ where: { id: parse(z.uuid(), bulk), projectId } });
  if (row === null || row.eventNumber === null)
    throw new StudioError("not_found", "There is no such act on many in this project.");
  const answer = await undo.run(world, actor, { project, event: Number(row.eventNumber) });
  if (!("bulk" in answer)) throw new StudioError("not_found", "There is no such act on many in this project.");
  return finishNow(world, answer.bulk);
}

async function finishNow(world: World, { id }: BulkView): Promise<BulkView> {
  await runBulk(world, id);
  const { projectId } = await world.db.bulkAct.findUniqueOrThrow({ where: { id } });
  return (await readBulk(world.db, projectId, id)).view;
}

async function resolveAct(world: World, projectId: string, act: NamedAct): Promise<BulkAct> {
  if (act.kind === "assign") {
    if (act.to === null) return { kind: "assign", to: null };
    const user = await world.db.user.findUnique({ where: { email: act.to }, select: { id: true } });
    if (user === null) throw new StudioError("not_found", `There is no account with the address ${act.to}.`);
    return { kind: "assign", to: user.id };
  }
  if (act.kind === "decide") return act;
  const wanted = [...act.add, ...act.remove];
  const rows = await world.db.tag.findMany({
    where: { projectId, key: { in: wanted }, mergedIntoId: null },
    select: { id: true, key: true },
  });
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new StudioError("not_found", `There is no tag with the key ${key} in this project.`);
    return id;
  };
  return { kind: "tag", add: act.add.map(idOf), remove: act.remove.map(idOf) };
}
