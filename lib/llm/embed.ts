import { classifyFailure } from "#lib/replies/classify-failure.ts";
import { type FailureCode, failures } from "#lib/replies/failure.ts";
import { type Embeddings, readEmbeddings } from "#lib/replies/read-embeddings.ts";
import type { Endpoint } from "./endpoint.ts";
import { exchangeWith } from "./exchange.ts";
import { ModelFailure } from "./model-failure.ts";
import { type Persistence, persist } from "./persist.ts";

/** One request holds at most so many texts and characters: what every known endpoint takes. */
const mostTexts = 64;
const mostCharacters = 100_000;

/** The embeddings of some texts and what they cost. */
export interface Embedded extends Embeddings {
  /** Requests made, attempts that failed included. */
  requests: number;
}

/**
 * The embeddings of `texts` by one model, in their order, in requests of up to 64 texts one after the other. Vectors come as the
 * endpoint scales them: divide by their length where only directions count. Memory: that of the vectors.
 *
 * @throws ModelFailure at the first request that cannot be answered within the persistence
 */
export async function embed(
  endpoint: Endpoint,
  model: string,
  texts: readonly string[],
  options: Persistence = {},
): Promise<Embedded> {
  const all: Embedded = { vectors: [], model: null, tokens: null, requests: 0 };
  for (const batch of inEmbeddingBatches(texts)) {
    const { result, attempts } = await embedBatch(endpoint, model, batch, options);
    all.requests += attempts;
    if (typeof result === "string") throw new ModelFailure(result);
    if (all.vectors[0] !== undefined && all.vectors[0].length !== result.vectors[0]?.length)
      throw new ModelFailure("malformed");
    all.vectors.push(...result.vectors);
    all.model = result.model ?? all.model;
    if (result.tokens !== null) all.tokens = (all.tokens ?? 0) + result.tokens;
  }
  return all;
}

function embedBatch(endpoint: Endpoint, model: string, input: string[], options: Persistence) {
  return persist(
    (patience) =>
      exchangeWith(
        endpoint,
        // Without a format the client asks for base64, which not every endpoint knows, and decodes what came as if it were.
        (client, request) => client.embeddings.create({ model, input, encoding_format: "float" }, request).asResponse(),
        { signal: options.signal, patience },
      ),
    (exchange): Embeddings | FailureCode => {
      const failed = classifyFailure(exchange);
      if (failed !== null) return failed === "blocked" ? "bad-request" : failed;
      return readEmbeddings(exchange.text, input.length);
    },
    (result) => typeof result === "string" && failures[result].again,
    options,
  );
}

/** The requests that some texts are sent in: up to 64 texts or 100,000 characters each. */
export function* inEmbeddingBatches(texts: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let characters = 0;
  for (const text of texts) {
    if (batch.length > 0 && (batch.length >= mostTexts || characters + text.length > mostCharacters)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(text);
    characters += text.length;
  }
  if (batch.length > 0) yield batch;
}
