import { StudioError } from "#lib/errors.ts";
import type { Endpoint } from "#lib/llm/endpoint.ts";
import type { Question } from "#lib/methods/method.ts";
import type { RunModels } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";
import { modelsOf } from "../connection-view.ts";
import { openConnection } from "../open-connection.ts";
import type { Lanes } from "./lanes.ts";
import type { Member } from "./make-item.ts";

/** The models of a run, ready to be asked, or why that cannot be. */
export interface OpenMembers {
  byRole: Readonly<Record<Question["informant"]["role"], readonly Member[]>>;
  trouble: string | null;
  close(): Promise<void>;
}

/** Opens each connection of a run once, with the lane of this process to it. Nothing is sent. Close it after use. */
export async function openMembers(world: World, lanes: Lanes, models: RunModels): Promise<OpenMembers> {
  const ids = [...new Set([...models.generator, ...models.judge].map(({ connection }) => connection))];
  const rows = await world.db.connection.findMany({ where: { id: { in: ids } } });
  const endpoints = new Map<string, Endpoint>();
  const close = async () => {
    await Promise.all([...endpoints.values()].map((endpoint) => endpoint.close()));
  };
  const none = { byRole: { generator: [], judge: [] }, close };
  try {
    for (const id of ids) endpoints.set(id, await openConnection(world, id));
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    return { ...none, trouble: error.message };
  }
  const open = ({ connection, model }: RunModels["generator"][number]): Member[] => {
    const row = rows.find(({ id }) => id === connection);
    const endpoint = endpoints.get(connection);
    if (row === undefined || endpoint === undefined) return [];
    const price = modelsOf(row).find(({ name }) => name === model) ?? null;
    return [{ connection, model, endpoint, lane: lanes.of(connection), price }];
  };
  return {
    ...none,
    byRole: { generator: models.generator.flatMap(open), judge: models.judge.flatMap(open) },
    trouble: null,
  };
}
