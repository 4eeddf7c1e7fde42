import { makeDraft } from "../make-draft.ts";
import { readTurns } from "../read-turns.ts";
import { Rejection } from "../rejection.ts";
import { openAiDialect } from "./dialects.ts";
import type { Shape } from "./shape.ts";

const used = new Set(["messages"]);
const dialect = openAiDialect("messages");

/** OpenAI chat fine-tuning, and TRL's conversational `messages`: `{"messages": [{"role", "content"}]}` with any further keys. */
export const openAiChat: Shape = {
  id: "openai-chat",
  recognise: (record) => "messages" in record,
  toDraft(record, context) {
    const read = readTurns(record.messages, dialect, context);
    return read instanceof Rejection ? read : makeDraft(record, used, read, "messages", context);
  },
};
