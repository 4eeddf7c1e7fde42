import { z } from "zod";
import { parsedJson } from "../../text/parsed-json.ts";
import type { Option } from "./lay-out-options.ts";

/** A judge's probabilities by culture, or why its reply gives none. */
export type Reading =
  | { read: true; probabilities: Record<string, number> }
  | { read: false; reason: "not JSON" | "no option" | "not a probability" };

const Reply = z.record(z.string(), z.unknown());

/**
 * Reads a judge's reply: one JSON object that gives options their probabilities, by label, as numbers or as text with a
 * percent sign. Words or a code fence around the object are passed over. Options that are not named have probability 0, keys
 * that are no option are passed over, and what does not add up to 1 is scaled so that it does: judges round. A reply that
 * names no option, a negative number, or only zeros is no judgement. O(reply).
 */
export function readJudgement(reply: string, options: readonly Option[]): Reading {
  const object = findObject(reply);
  if (object === null) return { read: false, reason: "not JSON" };
  const given = options.flatMap(({ label, culture }) =>
    Object.hasOwn(object, label) ? [{ culture, value: toNumber(object[label]) }] : [],
  );
  if (given.length === 0) return { read: false, reason: "no option" };
  return toReading(given, options);
}

/** One alternative for a judge's first token, and its natural logarithm of probability. */
export interface TokenChance {
  token: string;
  logprob: number;
}

/**
 * Reads the probabilities of the first token where an endpoint gives them and the judge was asked for a label alone: sharper
 * than what a judge says of itself. Tokens that are no label are passed over ("The", " the"); " A" and "A" are one.
 */
export function readTokenChances(chances: readonly TokenChance[], options: readonly Option[]): Reading {
  const given = chances.flatMap(({ token, logprob }) => {
    const option = options.find(({ label }) => label === token.trim());
    return option === undefined ? [] : [{ culture: option.culture, value: Math.exp(logprob) }];
  });
  if (given.length === 0) return { read: false, reason: "no option" };
  return toReading(given, options);
}

function toReading(given: readonly { culture: string; value: number }[], options: readonly Option[]): Reading {
  const sum = given.reduce((total, { value }) => total + value, 0);
  if (!(sum > 0 && sum < Number.POSITIVE_INFINITY) || given.some(({ value }) => value < 0)) {
    return { read: false, reason: "not a probability" };
  }
  const probabilities: Record<string, number> = Object.fromEntries(options.map(({ culture }) => [culture, 0]));
  for (const { culture, value } of given) probabilities[culture] = (probabilities[culture] ?? 0) + value / sum;
  return { read: true, probabilities };
}

/** The object between the first brace and the last one. */
function findObject(reply: string): Record<string, unknown> | null {
  const start = reply.indexOf("{");
  const end = reply.lastIndexOf("}");
  if (start === -1 || end < start) return null;
  return Reply.safeParse(parsedJson(reply.slice(start, end + 1))?.value).data ?? null;
}

function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  const [, digits, percent] = (typeof value === "string" && /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(value)) || [];
  return digits === undefined ? Number.NaN : Number(digits) / (percent === "%" ? 100 : 1);
}
