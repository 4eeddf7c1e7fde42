import type { ColumnMapping, FileContainer, ImportState, RecordShape } from "#lib/schema/import.ts";
import type { ImportLine } from "#lib/schema/import-view.ts";

/** What the pages of the import call things. */
export const stateWords: Record<ImportState, string> = {
  uploaded: "Waiting to be read",
  staging: "Being read",
  review: "To review",
  committing: "Being taken over",
  done: "Done",
  refused: "Cannot be read",
  failed: "Failed",
  cancelled: "Cancelled",
};

export const containerWords: Record<FileContainer, string> = {
  jsonl: "JSON lines",
  "json-array": "a JSON array",
  csv: "CSV",
};

export const shapeWords: Record<RecordShape, string> = {
  tessera: "Tessera, lossless",
  "openai-chat": "OpenAI chat",
  trl: "TRL conversational",
  sharegpt: "ShareGPT",
  alpaca: "Alpaca",
  "question-answer": "Question and answer",
  mapped: "Columns as mapped below",
};

export const verdictWords: Record<ImportLine["verdict"], string> = {
  insert: "new",
  update: "changed",
  unchanged: "already here",
  reject: "left out",
};

type MappedField = Exclude<keyof ColumnMapping, "constants">;

/** Our fields, in the order in which one thinks of them. */
export const mappedFields: readonly { field: MappedField; word: string }[] = [
  { field: "question", word: "Question" },
  { field: "answer", word: "Answer" },
  { field: "turns", word: "Turns, as a list" },
  { field: "system", word: "System text" },
  { field: "culture", word: "Culture" },
  { field: "topic", word: "Topic" },
  { field: "language", word: "Language" },
  { field: "externalId", word: "Id" },
  { field: "questionKey", word: "Question key" },
  { field: "tags", word: "Tags" },
];
