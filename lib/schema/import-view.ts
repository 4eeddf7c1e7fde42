import { z } from "zod";
import {
  ColumnMapping,
  FileContainer,
  ImportState,
  LabelChoice,
  LineNote,
  RecordShape,
  SourceColumn,
} from "./import.ts";

/** What the import page and the command line know of one import. `read = inserted + updated + unchanged + rejected`, always. */
export const ImportView = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  bytes: z.int(),
  state: ImportState,
  problem: z.string().nullable(),
  container: FileContainer.nullable(),
  shape: RecordShape.nullable(),
  /** As chosen, or as guessed while nobody has chosen. */
  mapping: ColumnMapping.nullable(),
  /** Columns found, with up to three sample values each, for the mapping step. */
  columns: z.array(SourceColumn),
  notes: z.array(LineNote),
  read: z.int(),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** Lines already committed, while committing. */
  committedLine: z.int(),
  newCultures: z.enum(["review", "create", "reject"]),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

const PreviewTurns = z.array(z.strictObject({ role: z.string(), content: z.string() }));

/** One line of the preview. */
export const ImportLine = z.strictObject({
  line: z.int(),
  verdict: z.enum(["insert", "update", "unchanged", "reject"]),
  code: z.string().nullable(),
  field: z.string().nullable(),
  message: z.string().nullable(),
  excerpt: z.string().nullable(),
  culture: z.string().nullable(),
  topic: z.string().nullable(),
  language: z.string().nullable(),
  externalId: z.string().nullable(),
  turns: PreviewTurns,
  /** For an update the text in the project now, edits included; null for every other line. */
  current: PreviewTurns.nullable(),
  notes: z.array(z.string()),
});
export type ImportLine = z.infer<typeof ImportLine>;

/** An unknown culture label of the file: how often it stands there, the nearest entry, and what was chosen. */
export const UnknownLabel = z.strictObject({
  label: z.string(),
  count: z.int(),
  suggestion: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  choice: LabelChoice.nullable(),
});
export type UnknownLabel = z.infer<typeof UnknownLabel>;

/** The preview before a commit: twenty rows, counts for each problem, and the label review. */
export const ImportPreview = z.strictObject({
  import: ImportView,
  lines: z.array(ImportLine),
  /** Updates shown before they are made: the text now and the text to come. */
  updates: z.array(ImportLine),
  problems: z.array(z.strictObject({ code: z.string(), message: z.string(), count: z.int(), lines: z.array(z.int()) })),
  noteCounts: z.array(z.strictObject({ code: z.string(), count: z.int() })),
  resolved: z.array(z.strictObject({ label: z.string(), code: z.string(), name: z.string(), count: z.int() })),
  unknown: z.array(UnknownLabel),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const UpdateImportInput = z.strictObject({
  project: z.string(),
  import: z.uuid(),
  shape: RecordShape.optional(),
  mapping: ColumnMapping.optional(),
  labels: z.record(z.string(), LabelChoice).optional(),
  newCultures: z.enum(["review", "create", "reject"]).optional(),
});

/** The query of an upload: what the file was called, and the rule for labels of unknown cultures. */
export const UploadQuery = z.strictObject({
  fileName: z.string().max(1024).default("upload"),
  newCultures: z.enum(["review", "create", "reject"]).optional(),
});
