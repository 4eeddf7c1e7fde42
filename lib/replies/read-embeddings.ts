import { z } from "zod";
import { parsedJson } from "#lib/text/parsed-json.ts";
import type { FailureCode } from "./failure.ts";

const Body = z.object({
  model: z.string().optional(),
  data: z.array(z.object({ index: z.int().min(0).optional(), embedding: z.union([z.array(z.number()), z.string()]) })),
  usage: z.object({ prompt_tokens: z.int().min(0) }).optional(),
});

/** What one answer to a request for embeddings holds. */
export interface Embeddings {
  /** One for each text, in the order of the texts, all of one length, as the endpoint scaled them. */
  vectors: Float32Array[];
  /** The model as the endpoint names it, where it does. */
  model: string | null;
  /** Tokens that were charged, where the endpoint says. */
  tokens: number | null;
}

/**
 * Reads the body of an answer to a request for `count` embeddings: numbers, or the base64 of little-endian 32-bit floats.
 *
 * @returns `not-json` or `malformed` where the body is not such an answer, or where a vector is missing, not finite or all zeros
 */
export function readEmbeddings(
  text: string,
  count: number,
): Embeddings | Extract<FailureCode, "not-json" | "malformed"> {
  const json = parsedJson(text);
  if (json === null) return "not-json";
  const parsed = Body.safeParse(json.value);
  if (!parsed.success || parsed.data.data.length !== count) return "malformed";
  const { data, model, usage } = parsed.data;
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const [at, { index = at, embedding }] of data.entries())
    vectors[index] = typeof embedding === "string" ? fromBase64(embedding) : Float32Array.from(embedding);
  const whole = vectors.filter((vector) => vector !== undefined);
  const [first] = whole;
  const sound = whole.every((vector) => vector.length === first?.length && isDirection(vector));
  if (whole.length !== count || !sound) return "malformed";
  return { vectors: whole, model: model ?? null, tokens: usage?.prompt_tokens ?? null };
}

/** Empty where the text is no base64 of whole floats. */
function fromBase64(text: string): Float32Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return new Float32Array();
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return bytes.length % 4 === 0 ? new Float32Array(bytes.buffer) : new Float32Array();
}

/** A vector of zeros points nowhere, and nothing can be measured with it. */
function isDirection(vector: Float32Array): boolean {
  return vector.length > 0 && vector.every(Number.isFinite) && vector.some((value) => value !== 0);
}
