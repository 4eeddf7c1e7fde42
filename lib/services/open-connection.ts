import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { type Endpoint, openEndpoint } from "#lib/llm/endpoint.ts";
import type { ModelRole } from "#lib/schema/connection.ts";
import type { World } from "#lib/world/world.ts";
import { readHostRules } from "./allowed-hosts.ts";
import { placeOf } from "./connection-view.ts";

/** A model in a role of a project. */
export interface AssignedModel {
  connection: string;
  model: string;
}

/** The models in a role of a project, in the order of its admins; empty where there is none. One indexed query. */
export async function readAssigned(world: World, projectId: string, role: ModelRole): Promise<AssignedModel[]> {
  const rows = await world.db.modelRole.findMany({
    where: { projectId, role, connection: { removedAt: null } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ connectionId, model }) => ({ connection: connectionId, model }));
}

/**
 * Opens a connection to be asked, behind the guard of the hosts allowed now. Nothing is sent. Close it after use; open it anew after
 * some minutes, since lists and keys change.
 *
 * @throws StudioError `not_found`, or `unavailable` where its key cannot be read any more
 */
export async function openConnection(world: World, id: string): Promise<Endpoint> {
  const row = await world.db.connection.findFirst({ where: { id, removedAt: null } });
  if (!row) throw new StudioError("not_found", "There is no such connection.");
  const unsealed = (place: string, box: Uint8Array | null) => {
    const secret = box === null ? null : world.vault.open(place, box);
    if (box === null || secret !== null) return secret;
    throw new StudioError("unavailable", `The key of ${row.name} was sealed under another secret. Give it again.`);
  };
  const headers = unsealed(placeOf.headers(id), row.sealedHeaders);
  return openEndpoint(
    {
      connection: id,
      name: row.name,
      baseUrl: row.baseUrl,
      key: unsealed(placeOf.key(id), row.sealedKey),
      headers: headers === null ? {} : HeaderValues.parse(JSON.parse(headers)),
      timeout: row.timeoutSeconds * 1_000,
      simulated: row.simulated,
    },
    await readHostRules(world.db),
    world.resolveHost,
  );
}

const HeaderValues = z.record(z.string(), z.string());
