import type { Entry } from "./outbox-state.ts";

const kinds: Record<Entry["act"]["kind"], true> = { decide: true, edit: true, tag: true, comment: true, undo: true };

/** An entry as this or an older version stored it; null for anything else. Checked as deep as sending it needs. */
export function readEntry(value: unknown): Entry | null {
  if (!isStored(value)) return null;
  const { key, project, act, madeAt, attempts, sent, state, conflict, problem } = value;
  const lane = value.lane ?? (act.kind === "undo" ? null : act.conversation);
  return { key, project, act, madeAt, attempts, sent, lane, state, conflict, problem };
}

/** Before lanes, an entry had none. */
type Stored = Omit<Entry, "lane"> & { lane?: string | null };

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null) return false;
  if (!("key" in value && "project" in value && "act" in value && "madeAt" in value && "attempts" in value))
    return false;
  if (!("state" in value && "sent" in value && "conflict" in value && "problem" in value)) return false;
  const { act } = value;
  return (
    typeof value.key === "string" &&
    typeof value.project === "string" &&
    typeof value.madeAt === "number" &&
    typeof value.attempts === "number" &&
    typeof act === "object" &&
    act !== null &&
    "kind" in act &&
    Object.hasOwn(kinds, String(act.kind))
  );
}
