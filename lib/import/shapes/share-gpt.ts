import { makeDraft } from "../make-draft.ts";
import { checkContent, readTurns } from "../read-turns.ts";
import { Rejection } from "../rejection.ts";
import { dialectOf } from "./dialects.ts";
import type { Shape } from "./shape.ts";

const used = new Set(["conversations"]);
const usedWithSystem = new Set(["conversations", "system"]);

/** ShareGPT: `{"conversations": [{"from": "human", "value"}]}`, also with `role` and `content`; a system text may stand beside. */
export const shareGpt: Shape = {
  id: "sharegpt",
  recognise: (record) => "conversations" in record,
  toDraft(record, context) {
    const list = record.conversations;
    const read = readTurns(list, dialectOf(list, "conversations"), context);
    if (read instanceof Rejection) return read;
    const { system } = record;
    if (typeof system !== "string" || system.trim() === "") {
      return makeDraft(
        record,
        system === "" || system === null ? usedWithSystem : used,
        read,
        "conversations",
        context,
      );
    }
    const trouble = checkContent(system, "system");
    if (trouble !== null) return trouble;
    if (read.turns[0]?.role === "system") {
      return new Rejection("E_SYSTEM_PLACE", "system", "The record has two system texts. Keep one of them.");
    }
    const whole = {
      turns: [{ role: "system" as const, content: system }, ...read.turns],
      extras: read.extras === null ? null : [null, ...read.extras],
    };
    return makeDraft(record, usedWithSystem, whole, "conversations", context);
  },
};
