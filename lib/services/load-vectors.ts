import type { ClientBase } from "pg";
import type { ScoringContext } from "#lib/scoring/estimator.ts";
import type { World } from "#lib/world/world.ts";
import { inPortions } from "./in-portions.ts";
import { ItemVectors } from "./item-vectors.ts";
import { readEmbedder } from "./read-embedder.ts";
import { itemsOf } from "./scoring-items.ts";
import { storedDimensions } from "./stored-embeddings.ts";

/** Items whose vectors are looked up at a time. */
const page = 2_000;

/**
 * The vectors of a project in the open snapshot; null where no embedder is chosen, or it has embedded nothing, or all are needed
 * and a text has none. Goes once over the texts, or up to the first that lacks one.
 */
export async function loadVectors(
  world: World,
  client: ClientBase,
  projectId: string,
  context: ScoringContext,
  need: "all" | "some",
): Promise<ItemVectors | null> {
  const embedder = await readEmbedder(world, projectId);
  if (embedder === null || (await storedDimensions(client, embedder)) === null) return null;
  const vectors = new ItemVectors(embedder, context);
  for await (const items of inPortions(itemsOf(client, projectId).items(), page)) {
    await vectors.load(client, items);
    if (need === "all" && !vectors.complete) return null;
  }
  return vectors;
}
