import type { FailureCode } from "./failure.ts";

/** What is known of an answer besides what it says. */
export interface ReplyFacts {
  /** The model as the endpoint names it; null where it does not. */
  model: string | null;
  /** Tokens as charged; null where the endpoint does not say. */
  usage: { input: number; output: number } | null;
  /** Why the model stopped, in the endpoint's word. */
  finishReason: string | null;
  /** For each token said: its text, and the logarithms of the probabilities of what might have stood there. Null unless asked for. */
  logprobs: TokenLogprobs[] | null;
}

export interface TokenLogprobs {
  token: string;
  logprob: number;
  others: { token: string; logprob: number }[];
}

/** Why a whole reply cannot be used. */
export type InvalidReason =
  | "empty"
  | "not-json"
  | "wrong-form"
  | "unstorable"
  | "wrong-language"
  | "echo"
  | "duplicate"
  | "tool-call"
  | "too-long";

/** What a person should know of a reply that can be used. */
export type ReplyNote = "other-model" | "no-usage" | "instruction-like" | "mended-json";

/**
 * Every call ends in exactly one of these. `ok`: a whole reply that fits what was asked. `refused`: the model will not. `truncated`: it
 * was cut, by its length or by its stream. `invalid`: whole, and of no use. `blocked`: a filter held it back. `failed`: no reply came.
 */
export type Reply<Value = unknown> =
  | (ReplyFacts & { outcome: "ok"; text: string; value: Value; notes: ReplyNote[] })
  | (ReplyFacts & { outcome: "refused"; text: string })
  | (ReplyFacts & { outcome: "truncated"; text: string; by: "length" | "stream" })
  | (ReplyFacts & { outcome: "invalid"; text: string; reason: InvalidReason })
  | (ReplyFacts & { outcome: "blocked"; text: string })
  | { outcome: "failed"; code: FailureCode };
