import type { Act, Remarks } from "#components/outbox/outbox-state.ts";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import type { Ratings, Shown } from "#lib/schema/decision.ts";
import type { Edited, Verdict } from "./triage-acts.ts";

/** What an act says of its conversation: which, at which version, and how it stood. */
type About<Part extends keyof ConversationDetail = never> = Pick<ConversationDetail, "id" | "version" | Part>;

/** A verdict on a conversation, as it goes into the outbox. */
export function decideAct(
  { id, version, turns, status }: About<"turns" | "status">,
  { decision, reason, remarks }: Verdict,
): Act {
  const seen = { turns, status };
  return { kind: "decide", conversation: id, expectedVersion: version, decision, reason, seen, remarks };
}

/** Another text of a conversation, as it goes into the outbox; remarks go with it where it is accepted. */
export function editAct({ id, version }: About, edited: Edited, accept: boolean, remarks: Remarks): Act {
  const act = { kind: "edit", conversation: id, expectedVersion: version, ...edited, accept } as const;
  return accept ? { ...act, remarks } : act;
}

/** A tag put on a conversation or taken off, as it goes into the outbox. */
export function tagAct({ id, version }: About, tag: string, present: boolean): Act {
  const add = present ? [tag] : [];
  const remove = present ? [] : [tag];
  return { kind: "tag", conversation: id, expectedVersion: version, add, remove };
}

/** What goes with a decision; a note and ratings only where there are some. */
export function remarksOf(note: string, ratings: Ratings, shown: Shown): Remarks {
  return {
    ...(note.trim() === "" ? {} : { note: note.trim() }),
    ...(Object.keys(ratings).length === 0 ? {} : { ratings }),
    shown,
  };
}
