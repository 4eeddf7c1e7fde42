import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { Badge } from "./outbox-state.ts";

/** What is on its way, kept here, or waiting for the person; nothing when all is saved. */
export function OutboxBadge({ badge, onOpen }: { badge: Badge | null; onOpen: () => void }) {
  return (
    <span role="status" className="inline-flex">
      {badge === null ? null : badge.kind === "needs-you" ? (
        <Button className="outbox-badge" onClick={onOpen}>
          <BadgeStone kind={badge.kind} />
          {formatCount(badge.count)} {badge.count === 1 ? "needs" : "need"} you
        </Button>
      ) : (
        <span className="outbox-badge">
          <BadgeStone kind={badge.kind === "signed-out" ? "offline" : badge.kind} />
          {wordsOf(badge)}
        </span>
      )}
    </span>
  );
}

function wordsOf({ kind, count, kept }: Badge): string {
  const number = formatCount(count);
  if (kind === "saving") return kept ? `${number} saving…` : `${number} saving, in this tab only…`;
  const where = kept ? "kept here" : "in this tab only";
  return `${kind === "offline" ? "Offline" : "Signed out"} · ${number} ${where}`;
}

function BadgeStone({ kind }: { kind: "saving" | "offline" | "needs-you" }) {
  return (
    <svg className="stones" width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
      {kind === "saving" ? (
        <>
          <path className="flight-ring" d="M.5.5h8v8h-8z" />
          <path className="full" d="M0 5h9v4H0z" />
        </>
      ) : null}
      {kind === "offline" ? <path className="hollow" strokeDasharray="2 1" d="M.5.5h8v8h-8z" /> : null}
      {kind === "needs-you" ? (
        <>
          <path className="refused-ring" d="M.5.5h8v8h-8z" />
          <path className="cross" d="M2.5 2.5l4 4M6.5 2.5l-4 4" />
        </>
      ) : null}
    </svg>
  );
}
