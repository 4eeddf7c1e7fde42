import { z } from "zod";
import { exportFormatNames } from "./choices.ts";
import { Status, Turns } from "./conversation.ts";
import { ConversationFilter } from "./conversation-search.ts";

export const ExportFormat = z.enum(exportFormatNames);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const ExportStatus = z.enum([...Status.options, "all"]);
export type ExportStatus = z.infer<typeof ExportStatus>;

/** One conversation as an export sees it, and exactly what one line of the lossless `tessera` format holds. */
export const ExportRow = z.strictObject({
  id: z.uuid(),
  externalId: z.string().nullable(),
  culture: z.string(),
  language: z.string(),
  topic: z.string().nullable(),
  questionKey: z.string().nullable(),
  source: z.string().nullable(),
  /** What made it; null for an import. */
  method: z.string().nullable(),
  status: Status,
  turns: Turns,
  tags: z.array(z.string()),
  /** By estimator. The pattern keeps out keys such as `__proto__`, which readers in JavaScript drop silently. */
  scores: z.record(
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9@._-]{0,79}$/, { error: "is not the name of an estimator" }),
    z.looseObject({ representativeness: z.number().nullable(), distinctiveness: z.number().nullable() }),
  ),
  version: z.int().min(1),
});
export type ExportRow = z.infer<typeof ExportRow>;

export const CreateExportInput = z.strictObject({
  project: z.string(),
  format: ExportFormat,
  filter: ConversationFilter.default({ status: ["accepted"] }),
  /** Practice and sample projects are exported only with it. */
  includeSamples: z.boolean().default(false),
  /** What a simulator wrote stays out without it. */
  includeSimulated: z.boolean().default(false),
});

/** What the export page and the command line know of one export. */
export const ExportView = z.strictObject({
  id: z.uuid(),
  format: ExportFormat,
  filter: z.record(z.string(), z.json()),
  state: z.enum(["queued", "writing", "ready", "failed"]),
  problem: z.string().nullable(),
  rows: z.int().nullable(),
  leftOut: z.int().nullable(),
  /** Why rows were left out: a sentence and a count for each reason. */
  leftOutReasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  /** What the format's validator found in the written bytes. */
  findings: z.array(z.strictObject({ severity: z.enum(["error", "warning"]), message: z.string(), count: z.int() })),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  eventNumber: z.int().nullable(),
  done: z.int(),
  total: z.int().nullable(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  createdAt: z.string(),
});
export type ExportView = z.infer<typeof ExportView>;

/** One line of the side-car: all that the training format on the same line of the main file has no place for. */
export const SideCarRow = z.strictObject({ line: z.int().min(1), ...ExportRow.omit({ turns: true }).shape });
export type SideCarRow = z.infer<typeof SideCarRow>;
