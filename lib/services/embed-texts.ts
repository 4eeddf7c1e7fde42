import type { PoolClient } from "pg";
import { StudioError } from "#lib/errors.ts";
import { failpoint } from "#lib/failpoint.ts";
import { embed, inEmbeddingBatches } from "#lib/llm/embed.ts";
import type { Endpoint } from "#lib/llm/endpoint.ts";
import { ModelFailure } from "#lib/llm/model-failure.ts";
import type { Persistence } from "#lib/llm/persist.ts";
import type { World } from "#lib/world/world.ts";
import { modelsOf } from "./connection-view.ts";
import { type AssignedModel, openConnection } from "./open-connection.ts";
import { storedDimensions, storeVectors, textKey } from "./stored-embeddings.ts";

/** An embedder that is open to be asked, and what its tokens cost. */
interface OpenEmbedder {
  embedder: AssignedModel;
  endpoint: Endpoint;
  /** US dollars for a token, where somebody wrote it down. */
  price: number | null;
}

/**
 * Opens a project's embedder for some work and closes it again. Returns what kept the work from its end, in a sentence for people,
 * or null; what we did not expect is thrown.
 */
export async function withEmbedder(
  world: World,
  embedder: AssignedModel,
  work: (open: OpenEmbedder) => Promise<void>,
): Promise<string | null> {
  let name = embedder.model;
  try {
    const endpoint = await openConnection(world, embedder.connection);
    name = endpoint.name;
    try {
      await work({ embedder, endpoint, price: await priceOf(world, embedder) });
    } finally {
      await endpoint.close();
    }
    return null;
  } catch (error) {
    if (error instanceof ModelFailure) return `${name}: ${error.message}`;
    if (error instanceof StudioError) return error.message;
    throw error;
  }
}

async function priceOf(world: World, { connection, model }: AssignedModel): Promise<number | null> {
  const row = await world.db.connection.findUniqueOrThrow({ where: { id: connection } });
  const price = modelsOf(row).find(({ name }) => name === model)?.inputPrice ?? null;
  return price === null ? null : price / 1_000_000;
}

/**
 * Has texts embedded that are not kept yet, and keeps their vectors: each request's with what it took, in one transaction, so that
 * after a crash at most one request is made again. Texts are to differ.
 *
 * @throws ModelFailure or StudioError at the first request that comes to nothing; what came before it is kept
 */
export async function embedTexts(
  client: PoolClient,
  projectId: string,
  { embedder, endpoint, price }: OpenEmbedder,
  texts: readonly string[],
  persistence: Persistence,
): Promise<void> {
  for (const batch of inEmbeddingBatches(texts)) {
    const { vectors, tokens, requests } = await embed(endpoint, embedder.model, batch, persistence);
    const before = await storedDimensions(client, embedder);
    const length = vectors[0]?.length ?? 0;
    if (before !== null && before !== length) {
      throw new StudioError(
        "conflict",
        `${embedder.model} gives vectors of ${length} numbers now and gave ${before} before, so they cannot be compared. Another model may answer under its name.`,
      );
    }
    await client.query("BEGIN");
    await storeVectors(
      client,
      embedder,
      batch.flatMap((text, at) => {
        const vector = vectors[at];
        return vector === undefined ? [] : [{ key: textKey(text), vector }];
      }),
    );
    await client.query(
      `UPDATE embedding_progress SET done = least(total, done + $2), texts = texts + $2, requests = requests + $3, tokens = tokens + $4,
         cost = CASE WHEN $5::float8 IS NULL THEN cost ELSE coalesce(cost, 0) + $5 END, updated_at = now() WHERE project_id = $1`,
      [projectId, batch.length, requests, tokens ?? 0, price === null || tokens === null ? null : price * tokens],
    );
    await client.query("COMMIT");
    failpoint("embedding.batch");
  }
}
