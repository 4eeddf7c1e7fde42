import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { Prisma, type Connection as Row } from "#lib/db/generated/client.ts";
import { invalidField, StudioError } from "#lib/errors.ts";
import { findOutboundTrouble } from "#lib/network/guarded-fetch.ts";
import { parseBaseUrl } from "#lib/outbound/parse-base-url.ts";
import { ConnectionRef, ConnectionView, CreateConnectionInput, UpdateConnectionInput } from "#lib/schema/connection.ts";
import type { World } from "#lib/world/world.ts";
import { readHostRules } from "./allowed-hosts.ts";
import { placeOf, toConnectionView } from "./connection-view.ts";
import { defineAccountChange, definePreparedAccountChange, defineRead } from "./define.ts";

/** So many connections a Tessera has at most; a list of them is one page. */
const most = 200;

/** The connections of this Tessera by name, without their secrets. */
export const listConnections = defineRead(
  {
    action: "connection.manage",
    summary: "List connections",
    Input: z.strictObject({}),
    Output: z.strictObject({ rows: z.array(ConnectionView) }),
  },
  async ({ world }) => {
    const [rows, rules] = await Promise.all([
      world.db.connection.findMany({ where: { removedAt: null }, orderBy: { name: "asc" }, take: most }),
      readHostRules(world.db),
    ]);
    const uses = await countProjects(
      world.db,
      rows.map(({ id }) => id),
    );
    return { rows: rows.map((row) => toConnectionView(world, row, rules, uses.get(row.id) ?? 0)) };
  },
);

/** Adds an endpoint. Its host must be allowed before, and no packet is sent to it here. */
export const createConnection = definePreparedAccountChange(
  { action: "connection.manage", summary: "Add a connection", Input: CreateConnectionInput, Output: ConnectionView },
  ({ world }, { baseUrl }) => findTrouble(world, baseUrl),
  async ({ world, tx }, { key, headers, ...facts }, trouble) => {
    if (trouble !== null) throw unreachable(trouble);
    await requireFreeName(tx, facts.name);
    if ((await tx.connection.count({ where: { removedAt: null } })) >= most)
      throw new StudioError("conflict", `There are ${most} connections already. Remove one first.`);
    const id = world.newId();
    const row = await tx.connection.create({
      data: { id, ...facts, ...sealed(world, id, { key, headers }), createdAt: world.now() },
    });
    return toConnectionView(world, row, await readHostRules(tx), 0);
  },
);

/** Changes an endpoint. A key is replaced by giving another; at another address none of the old secrets is used. */
export const updateConnection = definePreparedAccountChange(
  { action: "connection.manage", summary: "Change a connection", Input: UpdateConnectionInput, Output: ConnectionView },
  async ({ world }, { baseUrl }) => (baseUrl === undefined ? null : findTrouble(world, baseUrl)),
  async ({ world, tx }, { connection, expectedVersion, key, headers, ...changes }, trouble) => {
    const before = await lockConnection(tx, connection, expectedVersion);
    const moved = changes.baseUrl !== undefined && changes.baseUrl !== before.baseUrl;
    if (trouble !== null) throw unreachable(trouble);
    if (changes.name !== undefined && changes.name !== before.name) await requireFreeName(tx, changes.name);
    // Whoever may change the address must not thereby send the key to a place of their choice.
    if (moved && key === undefined && before.sealedKey !== null)
      throw invalidField("key", "is needed anew for another address");
    if (moved && headers === undefined && before.sealedHeaders !== null)
      throw invalidField("headers", "are needed anew for another address");
    const row = await tx.connection.update({
      where: { id: connection },
      data: {
        ...changes,
        ...sealed(world, connection, { key, headers }),
        ...(moved ? { tested: Prisma.DbNull } : {}),
        version: { increment: 1 },
      },
    });
    const uses = await countProjects(tx, [connection]);
    return toConnectionView(world, row, await readHostRules(tx), uses.get(connection) ?? 0);
  },
);

/** Takes a connection away, with its secrets and its roles. What it wrote still names it. */
export const removeConnection = defineAccountChange(
  {
    action: "connection.manage",
    summary: "Remove a connection",
    Input: ConnectionRef.extend({ expectedVersion: UpdateConnectionInput.shape.expectedVersion.optional() }),
    Output: z.strictObject({}),
  },
  async ({ world, tx }, { connection, expectedVersion }) => {
    const before = await lockConnection(tx, connection, expectedVersion);
    await tx.modelRole.deleteMany({ where: { connectionId: connection } });
    await tx.connection.update({
      where: { id: connection },
      data: {
        // The name is free for another; the id tells removed ones of one name apart.
        name: `${before.name} (removed ${connection})`,
        sealedKey: null,
        sealedHeaders: null,
        removedAt: world.now(),
        version: { increment: 1 },
      },
    });
    return {};
  },
);

async function lockConnection(tx: Transaction, id: string, expectedVersion: number | undefined): Promise<Row> {
  await tx.$queryRaw`SELECT id FROM connection WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.connection.findFirst({ where: { id, removedAt: null } });
  if (!row) throw new StudioError("not_found", "There is no such connection.");
  if (expectedVersion !== undefined && row.version !== expectedVersion)
    throw new StudioError("conflict", "Somebody changed this connection in the meantime. Load it again.", {
      details: { version: row.version },
    });
  return row;
}

/** Why requests to an address would not be sent, by the hosts allowed now and where its name leads; null where they would. */
async function findTrouble(world: World, baseUrl: string): Promise<string | null> {
  const base = parseBaseUrl(baseUrl);
  return "trouble" in base ? base.trouble : findOutboundTrouble(await readHostRules(world.db), base, world.resolveHost);
}

function unreachable(trouble: string): StudioError {
  return new StudioError("invalid", `baseUrl: ${trouble}`, { fields: [{ field: "baseUrl", message: trouble }] });
}

async function requireFreeName(tx: Transaction, name: string): Promise<void> {
  if ((await tx.connection.count({ where: { name } })) === 0) return;
  throw new StudioError("invalid", `name: “${name}” is taken. Choose another.`, {
    fields: [{ field: "name", message: "is taken" }],
  });
}

/** What is to be written of the secrets: those left undefined stay. */
function sealed(world: World, id: string, given: { key?: string | null; headers?: Record<string, string> }) {
  const { key, headers } = given;
  const names = headers === undefined ? [] : Object.keys(headers).toSorted();
  return {
    ...(key === undefined ? {} : { sealedKey: key === null ? null : world.vault.seal(placeOf.key(id), key) }),
    ...(headers === undefined
      ? {}
      : {
          headerNames: names,
          sealedHeaders: names.length === 0 ? null : world.vault.seal(placeOf.headers(id), JSON.stringify(headers)),
        }),
  };
}

async function countProjects(from: World["db"] | Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await from.modelRole.findMany({
    where: { connectionId: { in: [...ids] } },
    select: { connectionId: true, projectId: true },
    distinct: ["connectionId", "projectId"],
  });
  const counts = new Map<string, number>();
  for (const { connectionId } of rows) counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
  return counts;
}
