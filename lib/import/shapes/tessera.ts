import { MethodName } from "../../schema/conversation.ts";
import { makeDraft } from "../make-draft.ts";
import { readTurns } from "../read-turns.ts";
import { Rejection } from "../rejection.ts";
import { openAiDialect } from "./dialects.ts";
import type { Shape } from "./shape.ts";

/** What describes the conversation where it came from, not here. The file's head notes it once, not every line. */
const presets = ["turns", "status", "scores", "version"];
const dialect = openAiDialect("turns");

/**
 * This studio's own lossless export. The row's id becomes the external id where it had none, so that a file imported twice
 * is known again; status, scores and version stay behind.
 */
export const tessera: Shape = {
  id: "tessera",
  recognise: (record) => "turns" in record,
  toDraft(record, context) {
    const read = readTurns(record.turns, dialect, context);
    if (read instanceof Rejection) return read;
    const hasExternalId = typeof record.externalId === "string" && record.externalId !== "";
    const method = methodOf(record.method);
    const used = new Set([...presets, ...(hasExternalId ? ["id"] : []), ...(method === undefined ? [] : ["method"])]);
    const draft = makeDraft(record, used, read, "turns", context);
    return draft instanceof Rejection ? draft : { ...draft, method: method ?? null };
  },
};

/** Undefined for what is no method's name: then it stays in the metadata, as any key that is not ours. */
function methodOf(value: unknown): string | null | undefined {
  return value === null ? null : MethodName.safeParse(value).data;
}
