import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { invalidField, StudioError } from "#lib/errors.ts";
import type { HostRule } from "#lib/outbound/host-rule.ts";
import { outboundTrouble } from "#lib/outbound/outbound-trouble.ts";
import { parseBaseUrl } from "#lib/outbound/parse-base-url.ts";
import { AssignModelsInput, ModelRole, ModelsView, type RoleView } from "#lib/schema/connection.ts";
import { modelRoles } from "#lib/schema/connection-choices.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { World } from "#lib/world/world.ts";
import { readHostRules } from "./allowed-hosts.ts";
import { modelsOf, testOf } from "./connection-view.ts";
import { defineChange, defineProjectRead, type ProjectContext } from "./define.ts";

/** Which models generate, judge and embed for a project; for those who may choose, what there is to choose from. */
export const getModels = defineProjectRead(
  {
    action: "model.read",
    summary: "Read which models a project uses",
    Input: z.strictObject({ project: z.string() }),
    Output: ModelsView,
  },
  async ({ world, project }) => toView(world.db, project, reaches(project.role, "admin")),
);

/** Gives models their roles in a project. Those of a role are replaced together, in the order given. */
export const assignModels = defineChange(
  {
    action: "model.assign",
    summary: "Choose the models of a project",
    Input: AssignModelsInput,
    Output: ModelsView,
  },
  async ({ project, tx, record }, { project: _slug, expectedVersion, ...chosen }) => {
    const { count } = await tx.project.updateMany({
      where: { id: project.id, modelsVersion: expectedVersion },
      data: { modelsVersion: { increment: 1 } },
    });
    if (count !== 1) {
      const { modelsVersion } = await tx.project.findUniqueOrThrow({ where: { id: project.id } });
      throw new StudioError("conflict", "Somebody chose other models in the meantime. Load them again.", {
        details: { version: modelsVersion },
      });
    }
    const before = await readRoles(tx, project.id);
    for (const role of modelRoles) {
      const wanted = chosen[role];
      if (wanted === undefined) continue;
      for (const [at, { connection, model }] of wanted.entries())
        await requireOffered(tx, connection, model, `${role}.${at}`);
      await tx.modelRole.deleteMany({ where: { projectId: project.id, role } });
      await tx.modelRole.createMany({
        data: wanted.map(({ connection, model }, position) => ({
          projectId: project.id,
          role,
          position,
          connectionId: connection,
          model,
        })),
      });
    }
    await record({
      kind: "models.assigned",
      fromVersion: expectedVersion,
      toVersion: expectedVersion + 1,
      payload: { before, after: await readRoles(tx, project.id) },
    });
    return toView(tx, project, true);
  },
);

/** What a connection is known to offer: what its owner wrote down, and what it listed when it was tested. */
export function offeredBy(row: Connection): string[] {
  return [...new Set([...modelsOf(row).map(({ name }) => name), ...(testOf(row)?.models ?? [])])];
}

async function requireOffered(tx: Transaction, id: string, model: string, field: string): Promise<void> {
  const row = await tx.connection.findFirst({ where: { id, removedAt: null } });
  const message =
    row === null
      ? "is of a connection that is not there"
      : offeredBy(row).includes(model)
        ? null
        : `is not a model that ${row.name} is known to offer; test the connection, or write the model down there`;
  if (message !== null) throw invalidField(field, message);
}

function readRolesWithConnections(from: World["db"] | Transaction, projectId: string) {
  return from.modelRole.findMany({
    where: { projectId, connection: { removedAt: null } },
    include: { connection: true },
    orderBy: [{ role: "asc" }, { position: "asc" }],
  });
}

async function readRoles(tx: Transaction, projectId: string) {
  const rows = await readRolesWithConnections(tx, projectId);
  return Object.fromEntries(
    modelRoles.map((role) => [
      role,
      rows.filter((row) => row.role === role).map(({ connectionId, model }) => ({ connection: connectionId, model })),
    ]),
  );
}

async function toView(
  from: World["db"] | Transaction,
  project: ProjectContext["project"],
  mayChoose: boolean,
): Promise<ModelsView> {
  const { modelsVersion } = await from.project.findUniqueOrThrow({ where: { id: project.id } });
  const rows = await readRolesWithConnections(from, project.id);
  const rules = await readHostRules(from);
  const offered = mayChoose
    ? await from.connection.findMany({ where: { removedAt: null }, orderBy: { name: "asc" }, take: 200 })
    : [];
  const inRole = (role: ModelRole): RoleView[] =>
    rows
      .filter((row) => ModelRole.parse(row.role) === role)
      .map(({ connection, model }) => ({
        connection: connection.id,
        connectionName: connection.name,
        model,
        simulated: connection.simulated,
        trouble: troubleOf(connection, rules),
      }));
  return {
    version: modelsVersion,
    generator: inRole("generator"),
    judge: inRole("judge"),
    embedder: inRole("embedder"),
    offered: offered.map((row) => ({
      connection: row.id,
      connectionName: row.name,
      simulated: row.simulated,
      models: offeredBy(row),
      embeds: [testOf(row)?.embeddingModel ?? []].flat(),
    })),
  };
}

/** Told to members without the address: which endpoint it is, is between owner and operator. */
function troubleOf(connection: Connection, rules: readonly HostRule[]): string | null {
  const base = parseBaseUrl(connection.baseUrl);
  const blocked = "trouble" in base || outboundTrouble(rules, base) !== null;
  return blocked ? "Its host is not allowed now." : null;
}
