import type { PoolClient } from "pg";
import type { NeighbourBasis } from "#lib/schema/neighbour.ts";
import type { ScoringContext, ScoringItem } from "#lib/scoring/estimator.ts";
import { lexicalVersion, readRarity } from "#lib/scoring/lexical/model.ts";
import { embeddingSpaces } from "#lib/scoring/neighbours/embedding-spaces.ts";
import { findNeighbours, type Neighbours } from "#lib/scoring/neighbours/find-neighbours.ts";
import { type LexicalSpaces, lexicalSpaces } from "#lib/scoring/neighbours/lexical-spaces.ts";
import type { Recall } from "#lib/scoring/neighbours/neighbour-recall.ts";
import type { World } from "#lib/world/world.ts";
import { runsEmbedding } from "./enqueue-scoring.ts";
import { inPortions } from "./in-portions.ts";
import { loadVectors } from "./load-vectors.ts";
import { itemsOf } from "./scoring-items.ts";
import { writeNeighbours } from "./write-neighbours.ts";

/** Neighbours are written in portions of so many, each a transaction. */
const portion = 10_000;

/**
 * Finds for every conversation of a project who is near it, at home and abroad: by embedding, where the project is scored by it and every
 * text has a vector, else by the word rarity that `lexical` has learnt; and keeps how that was done and how well. Does nothing in a project that `lexical` has not scored. Needs the lock of
 * scoring.
 */
export async function findProjectNeighbours(
  world: World,
  client: PoolClient,
  projectId: string,
  context: ScoringContext,
  onWritten: (count: number) => Promise<void>,
): Promise<void> {
  const rarity = await rarityOf(world, projectId);
  if (rarity === null) return;
  const { items: allItems, revisionOf } = itemsOf(client, projectId);
  const write = async (neighbours: Iterable<Neighbours>): Promise<number> => {
    let written = 0;
    for await (const batch of inPortions(neighbours, portion)) {
      const withRevisions = batch.map((found) => ({ found, revision: revisionOf(found.id) }));
      const count = await writeNeighbours(client, projectId, basis, withRevisions);
      await onWritten(count);
      written += count;
    }
    return written;
  };
  const { basis, spaces, apart } = await readSpaces(world, client, projectId, rarity, context, allItems);
  await write(apart.map((id) => ({ id, home: [], abroad: [], sameIn: 0, compared: 0 })));
  let items = 0;
  let exact = true;
  const recall: Recall = { hits: 0, of: 0 };
  for (const space of spaces) {
    const found = findNeighbours(space);
    exact &&= found.exact;
    recall.hits += found.recall.hits;
    recall.of += found.recall.of;
    items += await write(found.neighbours);
  }
  const facts = {
    basis,
    items,
    exact,
    recall: recall.of === 0 ? null : recall.hits / recall.of,
    computedAt: world.now(),
  };
  await world.db.neighbourPass.upsert({ where: { projectId }, create: { projectId, ...facts }, update: facts });
}

/** Word rarity by base language; null where `lexical` has not scored the project at its present version. */
async function rarityOf(world: World, projectId: string): Promise<ReadonlyMap<string, Float32Array> | null> {
  const stored = await world.db.scoringModel.findUnique({
    where: { projectId_estimator: { projectId, estimator: "lexical" } },
    select: { version: true, data: true },
  });
  return stored?.version === lexicalVersion ? readRarity(new Uint8Array(stored.data)) : null;
}

async function readSpaces(
  world: World,
  client: PoolClient,
  projectId: string,
  rarity: ReadonlyMap<string, Float32Array>,
  context: ScoringContext,
  items: () => AsyncIterable<ScoringItem>,
): Promise<LexicalSpaces & { basis: NeighbourBasis }> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const vectors = (await runsEmbedding(world, projectId))
    ? await loadVectors(world, client, projectId, context, "all")
    : null;
  const found =
    vectors === null
      ? {
          basis: "lexical" as const,
          ...(await lexicalSpaces(items(), (language) => rarity.get(language) ?? null, context)),
        }
      : { basis: "embedding" as const, ...(await embeddingSpaces(items(), vectors.context)) };
  await client.query("COMMIT");
  return found;
}
