import type OpenAI from "openai";
import { z } from "zod";
import { classifyReply, type Expected } from "#lib/replies/classify-reply.ts";
import type { Exchange } from "#lib/replies/exchange.ts";
import { failures } from "#lib/replies/failure.ts";
import type { Reply } from "#lib/replies/reply.ts";
import type { Endpoint } from "./endpoint.ts";
import { exchangeWith } from "./exchange.ts";
import { type Persistence, persist } from "./persist.ts";

/** How a model is to answer. Only what is set reaches the wire, and it does so exactly as set: 0 is a setting. */
export interface Sampling {
  temperature?: number;
  topP?: number;
  maxTokens?: number;
  seed?: number;
  stop?: string[];
  presencePenalty?: number;
  frequencyPenalty?: number;
  /** How many likely tokens to tell for each that is said, 0 to 20. */
  logprobs?: number;
}

/** How the endpoint is told about the form of a structured reply: what it was found to support (see the test of a connection). */
export type FormMode = "schema" | "json" | "text";

export interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}

export interface ChatRequest<Value> {
  model: string;
  messages: readonly Message[];
  sampling?: Sampling;
  /** The form of a structured reply; without one the reply is free text. */
  form?: { name: string; schema: z.ZodType<Value>; mode: FormMode };
  /** What else the reply is held against. */
  expected?: Omit<Expected<Value>, "model" | "readValue">;
  /** What the endpoint calls the limit of a reply. */
  limitField?: "max_tokens" | "max_completion_tokens";
}

export interface AskOptions extends Persistence {
  /** Given the text as it grows, to show it; the reply is judged as a whole in any case. Makes the request a stream. */
  onText?: (more: string) => void;
}

/** What a call came to, with the answer as it came. */
export interface Asked<Value> {
  reply: Reply<Value | null>;
  exchange: Exchange;
  attempts: number;
}

/** A reply may be this large on the wire, in bytes. */
const mostBytes = 8 * 1024 * 1024;

/** Asks a model once, and again where that may help. Never throws for what an endpoint does: see the reply's outcome. */
export async function ask<Value = null>(
  endpoint: Endpoint,
  request: ChatRequest<Value>,
  options: AskOptions = {},
): Promise<Asked<Value>> {
  const body = toWire(request);
  const once = (patience: number) =>
    exchangeWith(endpoint, (client, wire) => send(client, body, wire, options.onText), {
      signal: options.signal,
      patience,
      bytes: mostBytes,
    });
  const read = (exchange: Exchange) => readReply(exchange, request);
  const { result, exchange, attempts } = await persist(once, read, mayImprove, options);
  return { reply: result, exchange, attempts };
}

/** Reads a stored exchange as the reply to a request, without another call. */
export function readReply<Value>(
  exchange: Exchange,
  { model, form, expected }: ChatRequest<Value>,
): Reply<Value | null> {
  if (form === undefined) return classifyReply<Value>(exchange, { model, ...expected });
  const readValue = (json: unknown) => {
    const parsed = form.schema.safeParse(json);
    return parsed.success ? { value: parsed.data } : null;
  };
  return classifyReply<Value>(exchange, { model, ...expected, readValue });
}

/** A stream that broke off says nothing about the model; all else that was said would be said again. */
function mayImprove(reply: Reply): boolean {
  if (reply.outcome === "failed") return failures[reply.code].again;
  return reply.outcome === "truncated" && reply.by === "stream";
}

async function send(
  client: OpenAI,
  body: WireBody,
  options: OpenAI.RequestOptions,
  onText: AskOptions["onText"],
): Promise<unknown> {
  if (onText === undefined) return client.chat.completions.create(body, options).asResponse();
  const streaming = { ...body, stream: true as const, stream_options: { include_usage: true } };
  for await (const chunk of await client.chat.completions.create(streaming, options)) {
    const more = chunk.choices[0]?.delta.content;
    if (more) onText(more);
  }
}

type WireBody = OpenAI.ChatCompletionCreateParamsNonStreaming;

/** The request as it goes over the wire. Undefined fields are left out of JSON. */
export function toWire<Value>({
  model,
  messages,
  sampling = {},
  form,
  limitField = "max_tokens",
}: ChatRequest<Value>): WireBody {
  const { temperature, topP, maxTokens, seed, stop, presencePenalty, frequencyPenalty, logprobs } = sampling;
  return {
    model,
    messages: form === undefined || form.mode === "schema" ? [...messages] : withForm(messages, form.schema),
    temperature,
    top_p: topP,
    [limitField]: maxTokens,
    seed,
    stop,
    presence_penalty: presencePenalty,
    frequency_penalty: frequencyPenalty,
    ...(logprobs === undefined ? {} : { logprobs: true, top_logprobs: logprobs }),
    ...(form === undefined ? {} : responseFormat(form)),
  };
}

function responseFormat<Value>({ name, schema, mode }: NonNullable<ChatRequest<Value>["form"]>): Partial<WireBody> {
  if (mode === "text") return {};
  if (mode === "json") return { response_format: { type: "json_object" } };
  return { response_format: { type: "json_schema", json_schema: { name, strict: true, schema: jsonSchema(schema) } } };
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

/** Tells the form in words, at the end of what is said last: where the endpoint cannot be held to it. */
function withForm(messages: readonly Message[], schema: z.ZodType): Message[] {
  const words = `Answer with one JSON value and nothing else. It must fit this JSON Schema:\n${JSON.stringify(jsonSchema(schema))}`;
  const last = messages.at(-1);
  if (last?.role !== "user") return [...messages, { role: "user", content: words }];
  return [...messages.slice(0, -1), { role: "user", content: `${last.content}\n\n${words}` }];
}
