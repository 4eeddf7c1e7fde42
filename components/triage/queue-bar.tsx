import { type ReactNode, Suspense } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { QueueMap } from "./lazy-parts.ts";
import type { PastMark } from "./triage-state.ts";

/** So many stones are told apart. */
const most = 600;

/** Which queue this is, how far it is decided, how many are left and how long they take at one's own pace. */
export function QueueBar({
  name,
  left,
  decided,
  pace,
  children,
}: {
  name: ReactNode;
  left: number | null;
  decided: readonly PastMark[];
  /** In words; null when it is not known yet. */
  pace: string | null;
  children: ReactNode;
}) {
  return (
    <div className="queue">
      <span className="queue-name">{name}</span>
      {left === null || left + decided.length > most ? null : (
        <Suspense>
          <QueueMap decided={decided} left={left} />
        </Suspense>
      )}
      <span className="queue-left">
        {left === null ? (
          "Looking for the next ones…"
        ) : (
          <>
            <b className="n">{formatCount(left)}</b> left
          </>
        )}
        {decided.length > 0 ? <span className="text-ink-3">, {formatCount(decided.length)} decided</span> : null}
      </span>
      {pace === null ? null : <span className="queue-pace not-small">{pace}</span>}
      <span className="queue-end">{children}</span>
    </div>
  );
}
