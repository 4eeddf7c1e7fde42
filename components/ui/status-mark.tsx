import type { ReactNode } from "react";

export type Mark =
  | "pending"
  | "accepted"
  | "edited"
  | "rejected"
  | "skipped"
  | "flagged"
  | "waiting"
  | "running"
  | "refused"
  | "missing";

const words: Record<Mark, string> = {
  pending: "Pending",
  accepted: "Accepted",
  edited: "Edited",
  rejected: "Rejected",
  skipped: "Skipped",
  flagged: "Flagged",
  waiting: "Waiting",
  running: "In flight",
  refused: "Refused",
  missing: "Missing",
};

const ring = "M.5.5h13v13H.5z";
const shapes: Record<Mark, ReactNode> = {
  pending: <path className="hollow" d={ring} />,
  accepted: (
    <>
      <path className="full" d="M0 0h14v14H0z" />
      <path className="tick" d="M3.2 7.2l2.8 2.8 5-6" />
    </>
  ),
  edited: (
    <>
      <path className="cut" d="M0 0h9l5 5v9H0z" />
      <path className="tick" d="M3 7.8l2.5 2.5L10 5.6" />
    </>
  ),
  rejected: (
    <>
      <path className="refused-ring" d={ring} />
      <path className="cross" d="M4 4l6 6M10 4l-6 6" />
    </>
  ),
  skipped: (
    <>
      <path className="hollow" d={ring} />
      <path className="stroke-dash" d="M4 7h6" />
    </>
  ),
  flagged: (
    <>
      <path className="hollow" d={ring} />
      <path className="refused" d="M5 0h9v9z" />
    </>
  ),
  waiting: (
    <>
      <path className="hollow" d={ring} />
      <path className="dot" d="M5 5h4v4H5z" />
    </>
  ),
  running: (
    <>
      <path className="flight-ring" d={ring} />
      <path className="full" d="M0 7h14v7H0z" />
    </>
  ),
  refused: <path className="refused" d="M0 0h14v5H0zM0 9h14v5H0z" />,
  missing: <path className="dot" d="M6 6h2v2H6z" />,
};

/** Which mark a conversation wears: the flag before the status, an accepted edit before an accepted original. */
export function markOf(conversation: {
  status: "pending" | "accepted" | "rejected";
  edited: boolean;
  flagged?: boolean;
}): Mark {
  if (conversation.flagged && conversation.status === "pending") return "flagged";
  if (conversation.status === "accepted" && conversation.edited) return "edited";
  return conversation.status;
}

/** A state told by shape, then word, then colour. With `bare` only the stone shows, and the word is its name. */
export function StatusMark({
  mark,
  size = 14,
  bare = false,
  children,
}: {
  mark: Mark;
  size?: number;
  bare?: boolean;
  children?: ReactNode;
}) {
  return (
    <span className="mark">
      <svg className="stones" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
        {shapes[mark]}
      </svg>
      {bare ? <span className="unseen">{words[mark]}</span> : (children ?? words[mark])}
    </span>
  );
}
