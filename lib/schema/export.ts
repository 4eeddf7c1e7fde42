import { z } from "zod";
import { Status, Turns } from "./conversation.ts";

export const ExportFormat = z.enum(["tessera", "openai-chat", "trl", "sharegpt", "alpaca"]);
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
  status: Status,
  turns: Turns,
  tags: z.array(z.string()),
  scores: z.record(
    z.string(),
    z.looseObject({ representativeness: z.number().nullable(), distinctiveness: z.number().nullable() }),
  ),
  version: z.int().min(1),
});
export type ExportRow = z.infer<typeof ExportRow>;
