import type { Draft } from "#lib/schema/conversation.ts";
import type { LineVerdict } from "#lib/schema/import.ts";
import type { Constants } from "./check-constants.ts";
import { excerptOf } from "./excerpt.ts";
import type { LineContext } from "./line-context.ts";
import type { ParsedRecord } from "./parse-record.ts";
import { Rejection } from "./rejection.ts";
import type { Shape } from "./shapes/shape.ts";
import { textNotes } from "./text-notes.ts";

/** The verdict on one parsed record. `constants` fill the fields that the record leaves null. O(characters). */
export function judgeRecord(
  parsed: ParsedRecord,
  shape: Shape,
  constants: Constants | null,
  context: LineContext,
): LineVerdict {
  const { raw, record } = parsed;
  const { line, byteOffset } = raw;
  const draft = record instanceof Rejection ? record : shape.toDraft(record, context);
  if (draft instanceof Rejection) {
    context.takeNotes();
    const { code, field, message } = draft;
    return { line, byteOffset, verdict: "rejected", code, field, message, excerpt: excerptOf(raw.bytes) };
  }
  if (parsed.hadNegativeZero) context.note("N_NEGATIVE_ZERO", null, "A number -0 was read as 0.");
  if (!parsed.isAscii) {
    for (let index = 0; index < draft.turns.length; index += 1) {
      const found = textNotes(draft.turns[index]?.content ?? "", `turns[${index}].content`);
      if (found.length > 0) context.notes.push(...found);
    }
  }
  if (constants !== null) fill(draft, constants);
  return { line, byteOffset, verdict: "accepted", draft, notes: context.takeNotes() };
}

function fill(draft: Draft, constants: Constants): void {
  draft.culture ??= constants.culture || null;
  draft.topic ??= constants.topic || null;
  draft.language ??= constants.language || null;
  draft.source ??= constants.source || null;
}
