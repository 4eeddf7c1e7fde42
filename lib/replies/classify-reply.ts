import { parsedJson } from "#lib/text/parsed-json.ts";
import { classifyFailure, classifySaidError, readError } from "./classify-failure.ts";
import type { Exchange } from "./exchange.ts";
import { findJson } from "./find-json.ts";
import { type Completed, readCompletion, readStream } from "./read-completion.ts";
import { echoes, isInScriptOf, readsLikeInstruction, readsLikeRefusal } from "./reads-like.ts";
import type { InvalidReason, Reply, ReplyFacts, ReplyNote } from "./reply.ts";

/** What a reply is held against. */
export interface Expected<Value> {
  /** The model that was asked for. */
  model: string;
  /** Reads the JSON of a structured reply; null where it does not fit. Absent for free text. */
  readValue?: (json: unknown) => { value: Value } | null;
  /** The instructions that were given; a reply that repeats them is none. */
  instructions?: string;
  /** The language that was asked for, as a BCP-47 tag. */
  language?: string;
  /** Whether this text is known already from another call; for replies that ought to differ. */
  isKnown?: (text: string) => boolean;
  /** A reply may be this long, in characters. */
  longest?: number;
}

const longestText = 200_000;

/**
 * What one exchange comes to: exactly one outcome. Pure, so that a stored exchange can be read again. The text of a reply is never
 * mended; JSON is found within a fence or among sentences, and the reply then says so. O(length).
 */
export function classifyReply<Value = null>(exchange: Exchange, expected: Expected<Value>): Reply<Value | null> {
  // A stream that was cut after its answer began is a reply that ends too early, unless it was our own doing.
  const streamed = /^text\/event-stream\b/i.test(exchange.contentType);
  const cut = streamed && exchange.fault === "reset" && exchange.status === 200;
  const failed = classifyFailure(cut ? { ...exchange, fault: null } : exchange);
  if (failed === "blocked") return { outcome: "blocked", text: "", ...noFacts };
  if (failed !== null) return { outcome: "failed", code: failed };
  const completed = streamed ? readStream(exchange.text) : readBody(exchange.text);
  if (completed === "not-json") return { outcome: "failed", code: "not-json" };
  if (completed === null) return { outcome: "failed", code: cut ? "reset" : "malformed" };
  if ("error" in completed) {
    const code = classifySaidError(readError(completed.error) ?? { code: "", message: "" });
    return code === "blocked" ? { outcome: "blocked", text: "", ...noFacts } : { outcome: "failed", code };
  }
  return judge(completed, expected);
}

function readBody(text: string): Completed | { error: unknown } | "not-json" | null {
  const parsed = parsedJson(text);
  if (parsed === null) return "not-json";
  const body = parsed.value;
  // Some endpoints answer an error with a status of success.
  if (typeof body === "object" && body !== null && "error" in body && body.error) return { error: body };
  return readCompletion(body);
}

const noFacts: ReplyFacts = { model: null, usage: null, finishReason: null, logprobs: null };

function judge<Value>(completed: Completed, expected: Expected<Value>): Reply<Value | null> {
  const { text, refusal, calls, whole, ...facts } = completed;
  const invalid = (reason: InvalidReason): Reply<Value | null> => ({ outcome: "invalid", text, reason, ...facts });
  if (!whole) return { outcome: "truncated", text, by: "stream", ...facts };
  if (facts.finishReason === "content_filter") return { outcome: "blocked", text, ...facts };
  if (refusal !== null && refusal !== "") return { outcome: "refused", text: refusal, ...facts };
  if (facts.finishReason === "length") return { outcome: "truncated", text, by: "length", ...facts };
  if (calls || facts.finishReason === "tool_calls" || facts.finishReason === "function_call")
    return invalid("tool-call");
  if (text.trim() === "") return invalid("empty");
  if (text.includes("\u0000") || !text.isWellFormed()) return invalid("unstorable");
  if (text.length > (expected.longest ?? longestText)) return invalid("too-long");
  const json = expected.readValue ? findJson(text) : null;
  if (json === null && readsLikeRefusal(text)) return { outcome: "refused", text, ...facts };
  if (expected.instructions !== undefined && echoes(text, expected.instructions)) return invalid("echo");
  if (expected.isKnown?.(text)) return invalid("duplicate");
  const notes: ReplyNote[] = [
    ...(facts.model !== null && facts.model !== expected.model ? (["other-model"] as const) : []),
    ...(facts.usage === null ? (["no-usage"] as const) : []),
    ...(readsLikeInstruction(text) ? (["instruction-like"] as const) : []),
    ...(json?.mended ? (["mended-json"] as const) : []),
  ];
  if (expected.readValue === undefined) {
    if (expected.language !== undefined && !isInScriptOf(text, expected.language)) return invalid("wrong-language");
    return { outcome: "ok", text, value: null, notes, ...facts };
  }
  if (json === null) return invalid("not-json");
  const read = expected.readValue(json.value);
  if (read === null) return invalid("wrong-form");
  if (expected.language !== undefined && !isInScriptOf(textsOf(read.value), expected.language))
    return invalid("wrong-language");
  return { outcome: "ok", text, value: read.value, notes, ...facts };
}

/** All texts within a value, for judging their script; names of fields are the schema's own. */
function textsOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(textsOf).join("\n") : "";
}
