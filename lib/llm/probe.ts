import type OpenAI from "openai";
import { z } from "zod";
import { classifyFailure } from "#lib/replies/classify-failure.ts";
import type { Exchange } from "#lib/replies/exchange.ts";
import { type FailureCode, failures } from "#lib/replies/failure.ts";
import type { Abilities, ConnectionTest } from "#lib/schema/connection.ts";
import { parsedJson } from "#lib/text/parsed-json.ts";
import { type ChatRequest, readReply, type Sampling, toWire } from "./ask.ts";
import { embed } from "./embed.ts";
import type { Endpoint } from "./endpoint.ts";
import { exchangeWith } from "./exchange.ts";
import { ModelFailure } from "./model-failure.ts";

/** What a probe found, without the time and the words of a test. */
export type Probed = Omit<ConnectionTest, "at" | "ok" | "problem"> & { failure: FailureCode | null };

/** An endpoint may list hundreds of models; so many of them are tried for chat and for embeddings. */
const mostTried = 6;
const mostListed = 1_000;
/** A probe that takes longer than this tells enough, in milliseconds. */
const patience = 30_000;
/** Enough for a model that thinks before it says a word. */
const fewTokens = 256;

const List = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });
const AnyObject = z.looseObject({});
const Colour = z.strictObject({ colour: z.enum(["red", "green"]), number: z.int() });

/**
 * Finds out by asking what an endpoint can do: lists its models, then makes about a dozen small requests. Names of models decide
 * nothing. Costs a few hundred tokens.
 *
 * @param preferred models to try first, as written down for the connection
 */
export async function probe(endpoint: Endpoint, preferred: readonly string[], signal?: AbortSignal): Promise<Probed> {
  const listing = await exchangeWith(endpoint, (client, options) => client.models.list(options).asResponse(), {
    signal,
    patience,
  });
  const listed = modelsIn(listing);
  const unlisted = classifyFailure(listing);
  const found: Probed = {
    failure: listed === null ? failureOf(unlisted) : null,
    latency: listing.status === null ? null : listing.latency,
    models: (listed ?? []).slice(0, mostListed),
    chatModel: null,
    embeddingModel: null,
    dimensions: null,
    abilities: {
      chat: "no",
      jsonSchema: "unknown",
      jsonMode: "unknown",
      logprobs: "unknown",
      seed: "unknown",
      embeddings: "no",
      batch: "unknown",
    },
  };
  // Nothing else fares better where nobody answers or the key is not accepted.
  if (unlisted !== null && unlisted !== "blocked" && failures[unlisted].concerns === "connection") return found;
  const tried = [...new Set([...preferred, ...found.models])].slice(0, Math.max(mostTried, preferred.length));
  const asked = { endpoint, signal };
  for (const model of tried) {
    const { reply } = await say(asked, model, {});
    if (reply.outcome === "failed") continue;
    found.chatModel = model;
    found.abilities = { ...found.abilities, chat: "yes", ...(await probeChat(asked, model)) };
    break;
  }
  await findEmbeddings(asked, tried, found);
  found.abilities.batch = await probeBatch(asked);
  if (found.abilities.chat === "yes" || found.abilities.embeddings === "yes") found.failure = null;
  return found;
}

interface Asked {
  endpoint: Endpoint;
  signal: AbortSignal | undefined;
}

function modelsIn(exchange: Exchange): string[] | null {
  if (classifyFailure(exchange) !== null) return null;
  const parsed = List.safeParse(parsedJson(exchange.text)?.value);
  return parsed.success ? parsed.data.data.map(({ id }) => id.slice(0, 200)) : null;
}

function failureOf(failed: FailureCode | "blocked" | null): FailureCode {
  return failed === null || failed === "blocked" ? "malformed" : failed;
}

async function say<Value = null>(
  { endpoint, signal }: Asked,
  model: string,
  { sampling = {}, form }: { sampling?: Sampling; form?: ChatRequest<Value>["form"] },
) {
  const question = form ? "Name a colour and a number." : "Name ten words that begin with the letter t.";
  const request: ChatRequest<Value> = {
    model,
    messages: [{ role: "user", content: question }],
    sampling: { maxTokens: fewTokens, ...sampling },
    form,
  };
  const send = (limitField: "max_tokens" | "max_completion_tokens") =>
    exchangeWith(
      endpoint,
      (client: OpenAI, options) =>
        client.chat.completions.create(toWire({ ...request, limitField }), options).asResponse(),
      { signal, patience },
    );
  let exchange = await send("max_tokens");
  // Some models know the limit by its newer name only.
  if (classifyFailure(exchange) === "bad-request") exchange = await send("max_completion_tokens");
  return { exchange, reply: readReply(exchange, request) };
}

async function probeChat(asked: Asked, model: string): Promise<Partial<Abilities>> {
  const structured = async (mode: "schema" | "json") => {
    const { reply } = await say(asked, model, {
      form: { name: "probe", mode, schema: mode === "schema" ? Colour : AnyObject },
    });
    if (reply.outcome === "failed") return reply.code === "bad-request" ? "no" : "unknown";
    if (reply.outcome !== "ok") return reply.outcome === "invalid" ? "no" : "unknown";
    return reply.notes.includes("mended-json") ? "no" : "yes";
  };
  const { reply: told } = await say(asked, model, { sampling: { logprobs: 2 } });
  const logprobs =
    told.outcome === "failed" ? (told.code === "bad-request" ? "no" : "unknown") : told.logprobs?.length ? "yes" : "no";
  return {
    jsonSchema: await structured("schema"),
    jsonMode: await structured("json"),
    logprobs,
    seed: await probeSeed(asked, model),
  };
}

/** A seed is heeded where it makes two replies alike that differ from that of another seed. */
async function probeSeed(asked: Asked, model: string): Promise<Abilities["seed"]> {
  const texts: string[] = [];
  for (const seed of [11, 11, 12]) {
    const { reply } = await say(asked, model, { sampling: { seed, temperature: 1 } });
    if (reply.outcome === "failed") return reply.code === "bad-request" ? "no" : "unknown";
    texts.push(reply.text);
  }
  const [first, second, other] = texts;
  if (first !== second) return "no";
  return first === other ? "unknown" : "yes";
}

async function findEmbeddings({ endpoint, signal }: Asked, models: readonly string[], found: Probed): Promise<void> {
  for (const model of models) {
    try {
      const { vectors } = await embed(endpoint, model, ["tea"], { signal, attempts: 1, budget: patience });
      found.embeddingModel = model;
      found.dimensions = vectors[0]?.length ?? null;
      found.abilities.embeddings = "yes";
      return;
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      if (error.code === "cancelled") return;
    }
  }
}

async function probeBatch({ endpoint, signal }: Asked): Promise<Abilities["batch"]> {
  const exchange = await exchangeWith(
    endpoint,
    (client, options) => client.batches.list({ limit: 1 }, options).asResponse(),
    { signal, patience },
  );
  const failed = classifyFailure(exchange);
  if (failed === null) return /"data"\s*:\s*\[/.test(exchange.text) ? "yes" : "no";
  return failed === "unknown-model" || failed === "bad-request" ? "no" : "unknown";
}
