import { z } from "zod";

/** The text of a wording: what a model is told to do, with names in braces. */
const PromptText = z.string().trim().min(1, "must say something").max(20_000);

/** `method/name`, in two parts as addresses have them. */
const PromptAddress = { project: z.string(), method: z.string().min(1).max(40), name: z.string().min(1).max(40) };
export const PromptInput = z.strictObject(PromptAddress);

/** A new wording, over the revision that its writer saw: 0 for the wording that came with Tessera. */
export const RevisePromptInput = z.strictObject({
  ...PromptAddress,
  expectedVersion: z.int().min(0),
  text: PromptText,
});
/** Puts an earlier wording back, as a new revision. */
export const RestorePromptInput = z.strictObject({
  ...PromptAddress,
  expectedVersion: z.int().min(0),
  revision: z.int().min(0),
});

/** A template of a method as the project has it. */
export const PromptView = z.strictObject({
  method: z.string(),
  methodTitle: z.string(),
  name: z.string(),
  title: z.string(),
  text: z.string(),
  /** Counted from 1 in the project; 0 while nobody has changed it. */
  revision: z.int(),
  /** What calls are marked with: `project-3`, or `built-in-` and the beginning of the hash of its text. */
  label: z.string(),
  /** Whether its text is the one that came with Tessera. */
  builtIn: z.boolean(),
  /** The names in braces that are filled in, and those that it may not leave out. */
  names: z.record(z.string(), z.string()),
  needs: z.array(z.string()),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
});
export type PromptView = z.infer<typeof PromptView>;

/** One wording that a template has or had. */
export const PromptRevision = z.strictObject({
  revision: z.int(),
  label: z.string(),
  text: z.string(),
  builtIn: z.boolean(),
  author: z.string().nullable(),
  createdAt: z.string().nullable(),
  /** How many runs began with it. */
  runs: z.int(),
});
export type PromptRevision = z.infer<typeof PromptRevision>;

/** A template with all its wordings, the newest first; the last is the one that came with Tessera. */
export const PromptHistory = z.strictObject({ prompt: PromptView, revisions: z.array(PromptRevision) });
export type PromptHistory = z.infer<typeof PromptHistory>;
