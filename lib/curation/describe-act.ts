import { rejectReasons } from "../registry/reject-reasons.ts";

/** What an event says of itself, with names in the place of ids. */
export interface DescribedAct {
  kind: string;
  decided: string | null;
  reason: string | null;
  /** The heads before and after. */
  before: number | null;
  after: number | null;
  /** Whether it had the flag before. */
  flagged: boolean;
  added: readonly string[];
  removed: readonly string[];
  /** Of an import. */
  fileName: string | null;
  /** The act that this one takes back or does again. */
  subject: DescribedAct | null;
}

/**
 * What was done, in words that go after a name.
 * @example describeAct({ kind: "conversation.decided", decided: "reject", reason: "untrue", … }) // => "rejected it: Untrue"
 */
export function describeAct(act: DescribedAct): string {
  switch (act.kind) {
    case "conversation.decided":
      return decision(act);
    case "conversation.edited":
      return edit(act);
    case "conversation.tagged":
      return tags(act);
    case "conversation.assigned":
      return "changed whom it is assigned to";
    case "conversation.commented":
      return "commented";
    case "conversation.comment-withdrawn":
      return "withdrew a comment";
    case "conversation.comment-restored":
      return "put a comment back";
    case "conversation.undone":
      return act.subject === null ? "took something back" : `took back: ${describeAct(act.subject)}`;
    case "conversation.redone":
      return act.subject === null ? "did something again" : `did again: ${describeAct(act.subject)}`;
    case "conversation.imported":
      return `imported it from ${act.fileName ?? "a file"}`;
    case "conversation.updated":
      return `updated it from ${act.fileName ?? "a file"}${act.before === act.after ? "" : ` to revision ${act.after}`}; it is pending again`;
    default:
      return "changed it";
  }
}

const verbs: Readonly<Record<string, string>> = { accept: "accepted it", reject: "rejected it", skip: "skipped it" };

function decision({ decided, reason, flagged }: DescribedAct): string {
  if (decided === "flag") return flagged ? "took the flag off" : "flagged it";
  const verb = verbs[decided ?? ""] ?? "decided it";
  return reason === null ? verb : `${verb}: ${reasonName(reason)}`;
}

function reasonName(reason: string): string {
  if (reason === "not-my-culture") return "not their culture";
  return rejectReasons.find(({ key }) => key === reason)?.name ?? reason;
}

function edit({ decided, before, after }: DescribedAct): string {
  if (before === after) return "accepted it";
  return `edited it: revision ${after}, made from ${before}${decided === "accept" ? ", and accepted it" : ""}`;
}

function tags({ added, removed }: DescribedAct): string {
  const parts = [
    ...(added.length > 0 ? [`tagged it ${listed(added)}`] : []),
    ...(removed.length > 0 ? [`took off ${listed(removed)}`] : []),
  ];
  return parts.length === 0 ? "left its tags as they are" : parts.join(" and ");
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(", ");
}
