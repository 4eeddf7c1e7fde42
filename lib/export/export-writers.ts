import type { ExportFormat } from "../schema/export.ts";
import { alpaca } from "./alpaca.ts";
import { openaiChat } from "./openai-chat.ts";
import { sharegpt } from "./sharegpt.ts";
import { tessera } from "./tessera.ts";
import { trl } from "./trl.ts";
import type { ExportWriter } from "./writer.ts";

/** The writer of each format. */
export const exportWriters: Readonly<Record<ExportFormat, ExportWriter>> = {
  tessera,
  "openai-chat": openaiChat,
  trl,
  sharegpt,
  alpaca,
};
