import type { z } from "zod";
import type { Reply } from "../replies/reply.ts";
import type { Draft, LanguageTag } from "../schema/conversation.ts";
import type { Culture } from "../schema/culture.ts";
import type { Content } from "./prompt-text.ts";

/** What is said to a model. Data in it is named as such, and is sent between marks of that call alone (`fence`). */
export interface Message {
  role: "system" | "user" | "assistant";
  content: Content;
}

/** A wording of something that a method says, with names in braces for what is filled in. */
export interface Template {
  /** What it is for, as its page calls it. */
  title: string;
  text: string;
  /** What each name stands for. A wording may leave names out, but not those of `needs`. */
  names: Readonly<Record<string, string>>;
  needs: readonly string[];
}

/** How it is to answer; what is left out is left to the endpoint, and 0 is a setting. */
export interface Sampling {
  temperature?: number;
  topP?: number;
  maxTokens?: number;
  seed?: number;
}

/** What came of a question: an answer of one kind or another. A call that failed ends the item, so it is none of these. */
export type Answer = Exclude<Reply<null>, { outcome: "failed" }>;

/** What an item may be about; where it stands in the matrix of its run. */
export interface ItemPlace {
  /** A culture code, or null for what is about none. */
  column: string | null;
  /** What the items of a row share, such as the question. */
  row: string;
}

/** One piece of work that is done, counted and repeated by itself. */
export interface PlannedItem<Payload> extends ItemPlace {
  /** What it is to be made from. JSON, and enough by itself: a run is resumed from what was planned. */
  payload: Payload;
  /** Items, by their place in the plan, that must be done before this one begins. */
  needs?: readonly number[];
}

/** Who is asked: a model of the run by its role and its place among those with that role. */
export interface Informant {
  role: "generator" | "judge";
  member: number;
}

/** One question to a model. The same question with the same ordinal is asked once in a run, whoever needs it. */
export interface Question {
  informant: Informant;
  messages: readonly Message[];
  sampling?: Sampling;
  /** Tells repeated samples of one question apart. */
  ordinal?: number;
  /** Which template it was written from. */
  prompt: { name: string; revision: string };
}

/**
 * Asks a model and waits for what it says. Refusals, cut, blocked and invalid replies are answers too; a call that cannot be
 * made ends the item, which is tried again or reported.
 */
export type Ask = (question: Question) => Promise<Answer>;

/** What a method knows of the project it works for. */
export interface MethodContext {
  cultures: ReadonlyMap<string, Culture>;
  /** Topic keys with their names. */
  topics: ReadonlyMap<string, string>;
  /** Templates as the project has them. */
  promptText: (name: string) => { text: string; revision: string };
  /** How many models have each role. */
  members: Readonly<Record<Informant["role"], number>>;
}

/** What `make` is given besides its item. */
export interface MakeContext extends MethodContext {
  ask: Ask;
  /** What the items that it needs have left for it, in the order of `needs`. */
  needed: readonly unknown[];
  /** Seeded by the run and the item: the same at every attempt. */
  random: () => number;
}

/** What comes of an item. */
export interface Made {
  drafts: readonly MadeDraft[];
  /** Left for the items that need this one; JSON. */
  left?: unknown;
  /** Why nothing came of it, in a sentence, when that is no failure. */
  note?: string;
}

/** A conversation before it is stored. `culture` is a code and `topic` a key of the project. */
export type MadeDraft = Pick<Draft, "turns" | "questionKey" | "metadata"> & {
  culture: string;
  topic: string | null;
  language: LanguageTag;
};

/** How many calls and tokens a plan will take at most, before anything is asked. */
export interface Estimate {
  calls: { least: number; most: number };
  /** Characters of requests and replies, roughly; tokens are about a quarter of it in Latin script. */
  characters: { input: number; output: number };
}

/** A published way to make conversations. Pure: chance, models and templates are handed in. */
export interface Method<Options extends z.ZodType = z.ZodType, Payload = unknown> {
  id: string;
  title: string;
  /** One sentence. */
  summary: string;
  paper: string | null;
  Options: Options;
  /** Which roles it asks. */
  roles: readonly Informant["role"][];
  /** Its templates by name. */
  prompts: Readonly<Record<string, Template>>;
  /** All items, in an order that the same options and seed always give. Throws StudioError for options that lead nowhere. */
  plan(options: z.output<Options>, context: MethodContext & { random: () => number }): Iterable<PlannedItem<Payload>>;
  make(payload: Payload, options: z.output<Options>, context: MakeContext): Promise<Made>;
  estimate(options: z.output<Options>, context: MethodContext): Estimate;
}

/** Ties the types of a method together; what is stored as JSON comes back through its own schemas. */
export function defineMethod<Options extends z.ZodType, Payload>(
  method: Method<Options, Payload> & { Payload: z.ZodType<Payload> },
): Method {
  return {
    ...method,
    plan: (options, context) => method.plan(method.Options.parse(options), context),
    make: (payload, options, context) =>
      method.make(method.Payload.parse(payload), method.Options.parse(options), context),
    estimate: (options, context) => method.estimate(method.Options.parse(options), context),
  };
}
