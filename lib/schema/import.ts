import { z } from "zod";
import { recordShapes } from "./choices.ts";
import { Draft } from "./conversation.ts";

/** How a file is laid out once unpacked. */
export const FileContainer = z.enum(["jsonl", "json-array", "csv"]);
export type FileContainer = z.infer<typeof FileContainer>;

/** What one record looks like; `mapped` is any other shape with its columns mapped by a person. */
export const RecordShape = z.enum(recordShapes);
export type RecordShape = z.infer<typeof RecordShape>;

/** Which source column (a dotted path such as `meta.country`) feeds which field; constants fill what a file lacks. */
export const ColumnMapping = z.strictObject({
  turns: z.string().max(200).nullish(),
  system: z.string().max(200).nullish(),
  question: z.string().max(200).nullish(),
  answer: z.string().max(200).nullish(),
  externalId: z.string().max(200).nullish(),
  culture: z.string().max(200).nullish(),
  topic: z.string().max(200).nullish(),
  language: z.string().max(200).nullish(),
  questionKey: z.string().max(200).nullish(),
  tags: z.string().max(200).nullish(),
  constants: z
    .strictObject({
      culture: z.string().max(120).optional(),
      topic: z.string().max(120).optional(),
      language: z.string().max(35).optional(),
      source: z.string().max(120).optional(),
    })
    .optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** One column of a file, for the mapping page: its path, how many sampled records fill it, and up to three values. */
export const SourceColumn = z.strictObject({
  path: z.string(),
  filled: z.int().min(0),
  samples: z.array(z.string()).max(3),
});
export type SourceColumn = z.infer<typeof SourceColumn>;

/** A harmless oddity of an accepted line: what was found and what was done about it, if anything. */
export const LineNote = z.strictObject({ code: z.string(), field: z.string().nullable(), message: z.string() });
export type LineNote = z.infer<typeof LineNote>;

const Place = {
  /** Counted from 1. For CSV the line on which the record starts, for a JSON list its place in the list. */
  line: z.int().min(1),
  /** Counted from 0 in the unpacked file. */
  byteOffset: z.int().min(0),
};

/** The verdict on one line, before anything is compared with the database. */
export const LineVerdict = z.discriminatedUnion("verdict", [
  z.strictObject({ ...Place, verdict: z.literal("accepted"), draft: Draft, notes: z.array(LineNote) }),
  z.strictObject({
    ...Place,
    verdict: z.literal("rejected"),
    /** Stable and upper-case, such as `E_NUL`; listed in lib/import/README.md. */
    code: z.string(),
    field: z.string().nullable(),
    /** One sentence that names the trouble and the mend. */
    message: z.string(),
    /** The start of the line as found, made safe to show; at most 200 characters. */
    excerpt: z.string(),
  }),
]);
export type LineVerdict = z.infer<typeof LineVerdict>;

/** The state of one import. `refused` is a file that cannot be read at all. */
export const ImportState = z.enum([
  "uploaded",
  "staging",
  "review",
  "committing",
  "done",
  "refused",
  "failed",
  "cancelled",
]);
export type ImportState = z.infer<typeof ImportState>;

/** What is to happen with a culture label that the project does not know. */
export const LabelChoice = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("map"), code: z.string().max(40) }),
  z.strictObject({ action: z.literal("create") }),
  z.strictObject({ action: z.literal("reject") }),
]);
export type LabelChoice = z.infer<typeof LabelChoice>;
