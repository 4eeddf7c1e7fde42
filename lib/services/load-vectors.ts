import type { ClientBase } from "pg";
import type { ScoringContext, ScoringItem } from "#lib/scoring/estimator.ts";
import type { World } from "#lib/world/world.ts";
import { ItemVectors } from "./item-vectors.ts";
import { readEmbedder } from "./read-embedder.ts";
import { readItems } from "./scoring-items.ts";
import { storedDimensions } from "./stored-embeddings.ts";

/** Items whose vectors are looked up at a time. */
const page = 2_000;

/** The vectors of a project in the open snapshot; null where no embedder is chosen, or it has embedded nothing. Goes once over the texts. */
export async function loadVectors(
  world: World,
  client: ClientBase,
  projectId: string,
  context: ScoringContext,
): Promise<ItemVectors | null> {
  const embedder = await readEmbedder(world, projectId);
  if (embedder === null || (await storedDimensions(client, embedder)) === null) return null;
  const vectors = new ItemVectors(embedder, context);
  let items: ScoringItem[] = [];
  for await (const { item } of readItems(client, projectId)) {
    items.push(item);
    if (items.length < page) continue;
    await vectors.load(client, items);
    items = [];
  }
  await vectors.load(client, items);
  return vectors;
}
