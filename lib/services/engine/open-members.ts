import type { Connection } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { Endpoint } from "#lib/llm/endpoint.ts";
import type { Question } from "#lib/methods/method.ts";
import type { ModelChoice } from "#lib/schema/connection.ts";
import type { RunModels } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";
import { modelsOf } from "../connection-view.ts";
import { openConnection } from "../open-connection.ts";
import type { Lanes } from "./lanes.ts";
import { ItemFailed, type Member } from "./make-item.ts";

/** The models of a run, ready to be asked, or why that cannot be. */
export interface OpenMembers {
  byRole: Readonly<Record<Question["informant"]["role"], readonly Member[]>>;
  trouble: string | null;
  /** A model beside those of the run, opened when it is first asked for. Throws ItemFailed where it cannot be asked. */
  other(choice: ModelChoice): Promise<Member>;
  close(): Promise<void>;
}

/** Opens each connection of a run once, with the lane of this process to it. Nothing is sent. Close it after use. */
export async function openMembers(world: World, lanes: Lanes, models: RunModels): Promise<OpenMembers> {
  const ids = [...new Set([...models.generator, ...models.judge].map(({ connection }) => connection))];
  const opened = new Map<string, Promise<{ row: Connection; endpoint: Endpoint }>>();
  const open = (id: string) => {
    const known = opened.get(id);
    if (known) return known;
    const opening = openOne(world, id);
    opened.set(id, opening);
    // What cannot be opened now may be mended later.
    opening.catch(() => opened.delete(id));
    return opening;
  };
  const member = async ({ connection, model }: ModelChoice): Promise<Member> => {
    const { row, endpoint } = await open(connection);
    const price = modelsOf(row).find(({ name }) => name === model) ?? null;
    return { connection, model, endpoint, lane: lanes.of(connection), price };
  };
  const other = (choice: ModelChoice) =>
    member(choice).catch((error: unknown) => {
      if (error instanceof StudioError) throw new ItemFailed("no-model", error.message);
      throw error;
    });
  const close = async () => {
    for (const one of await Promise.allSettled(opened.values()))
      if (one.status === "fulfilled") await one.value.endpoint.close();
  };
  try {
    // One after the other: several that fail are one trouble.
    for (const id of ids) await open(id);
    const [generator, judge] = await Promise.all(
      [models.generator, models.judge].map((of) => Promise.all(of.map(member))),
    );
    return { byRole: { generator: generator ?? [], judge: judge ?? [] }, other, close, trouble: null };
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    return { byRole: { generator: [], judge: [] }, other, close, trouble: error.message };
  }
}

async function openOne(world: World, id: string): Promise<{ row: Connection; endpoint: Endpoint }> {
  const endpoint = await openConnection(world, id);
  return { row: await world.db.connection.findUniqueOrThrow({ where: { id } }), endpoint };
}
