import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { bytesToHalves, halvesToBytes, toHalves } from "#lib/scoring/half-precision.ts";
import { toUnit } from "#lib/scoring/unit-vector.ts";
import type { AssignedModel } from "./open-connection.ts";

/** What a text is kept under: its SHA-256 in base64. */
export function textKey(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

/** Which of some texts an embedder has embedded before, whichever project they were of. One look-up by keys. */
export async function listStoredKeys(
  client: ClientBase,
  embedder: AssignedModel,
  keys: readonly string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ sha256: Buffer }>(
    "SELECT sha256 FROM embedding WHERE connection_id = $1 AND model = $2 AND sha256 = ANY($3::bytea[])",
    [embedder.connection, embedder.model, keys.map((key) => Buffer.from(key, "base64"))],
  );
  return new Set(rows.map(({ sha256 }) => sha256.toString("base64")));
}

/** The stored vectors of some texts, by key, as halves. One look-up by keys. */
export async function readStoredVectors(
  client: ClientBase,
  embedder: AssignedModel,
  keys: readonly string[],
): Promise<Map<string, Uint16Array>> {
  const { rows } = await client.query<{ sha256: Buffer; vector: Buffer }>(
    "SELECT sha256, vector FROM embedding WHERE connection_id = $1 AND model = $2 AND sha256 = ANY($3::bytea[])",
    [embedder.connection, embedder.model, keys.map((key) => Buffer.from(key, "base64"))],
  );
  return new Map(rows.map(({ sha256, vector }) => [sha256.toString("base64"), bytesToHalves(vector)]));
}

/** How long an embedder's vectors are; null before the first. One row. */
export async function storedDimensions(client: ClientBase, embedder: AssignedModel): Promise<number | null> {
  const { rows } = await client.query<{ dimensions: number }>(
    "SELECT dimensions FROM embedding WHERE connection_id = $1 AND model = $2 LIMIT 1",
    [embedder.connection, embedder.model],
  );
  return rows[0]?.dimensions ?? null;
}

/** Keeps vectors, brought to unit length, unless another process was first. One statement. */
export async function storeVectors(
  client: ClientBase,
  embedder: AssignedModel,
  vectors: readonly { key: string; vector: Float32Array }[],
): Promise<void> {
  await client.query(
    `INSERT INTO embedding (connection_id, model, sha256, dimensions, vector)
     SELECT $1, $2, fresh.* FROM unnest($3::bytea[], $4::int[], $5::bytea[]) AS fresh ON CONFLICT DO NOTHING`,
    [
      embedder.connection,
      embedder.model,
      vectors.map(({ key }) => Buffer.from(key, "base64")),
      vectors.map(({ vector }) => vector.length),
      vectors.map(({ vector }) => Buffer.from(halvesToBytes(toHalves(toUnit(vector))))),
    ],
  );
}
