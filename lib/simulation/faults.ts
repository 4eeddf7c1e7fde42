import { z } from "zod";
import { hashOf } from "./chance.ts";

/** What can be made to go wrong, by the numbers that docs/connections.md explains. */
export const faultNames = Array.from({ length: 42 }, (_, n) => `F${n + 1}`);

/**
 * One line of the script: which fault befalls which requests. Everything that is named must hold; a rule that names nothing holds for
 * every request.
 */
const FaultRule = z.strictObject({
  fault: z.string().refine((name) => faultNames.includes(name), { error: "is none of F1 to F42" }),
  /** The body, as text, holds this. */
  contains: z.string().min(1).optional(),
  path: z.enum(["chat", "embeddings", "models", "batches"]).optional(),
  model: z.string().optional(),
  /** Only the first so many times that the very same request comes: what is asked again succeeds. */
  first: z.int().min(1).optional(),
  /** This share of different requests, chosen by the seed. */
  rate: z.number().min(0).max(1).optional(),
  /** Requests counted from 1, ends included. */
  from: z.int().min(1).optional(),
  to: z.int().min(1).optional(),
  /** Only so long after the first request that it befell, in seconds. */
  during: z.number().positive().optional(),
  /** What to ask the caller to wait, how long to be away, or how long between two bytes, in seconds. */
  seconds: z.number().min(0).max(3_600).optional(),
  /** What to say instead: the score of F33, the reason of F28, the text of F34 and F37. */
  value: z.string().optional(),
});
export type FaultRule = z.infer<typeof FaultRule>;

/** The script of a simulator; the first rule that holds decides. */
export const FaultScript = z.array(FaultRule).max(1_000);

/** What the script is asked about. */
export interface FaultCase {
  path: NonNullable<FaultRule["path"]>;
  model: string | null;
  body: string;
  /** The how-manieth request this is at all, from 1. */
  call: number;
  /** The how-manieth time this very request comes, from 1. */
  time: number;
  /** Seconds since the start. */
  at: number;
}

/** Decides for each request which fault befalls it, if any. Remembers when each rule first did. */
export function createFaultPicker(script: readonly FaultRule[], seed: number): (of: FaultCase) => FaultRule | null {
  const began = new Map<FaultRule, number>();
  return (of) => {
    const found = script.find((rule) => holds(rule, of, seed, began.get(rule)));
    if (found && !began.has(found)) began.set(found, of.at);
    return found ?? null;
  };
}

function holds(rule: FaultRule, of: FaultCase, seed: number, began: number | undefined): boolean {
  const { contains, path, model, first, rate, from, to, during } = rule;
  return (
    (contains === undefined || of.body.includes(contains)) &&
    (path === undefined || of.path === path) &&
    (model === undefined || of.model === model) &&
    (first === undefined || of.time <= first) &&
    (rate === undefined || hashOf(seed, rule.fault, of.body) / 2 ** 32 < rate) &&
    (from === undefined || of.call >= from) &&
    (to === undefined || of.call <= to) &&
    (during === undefined || began === undefined || of.at - began <= during)
  );
}
