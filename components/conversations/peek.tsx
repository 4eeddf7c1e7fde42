"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { lazy, Suspense, useCallback, useState } from "react";
import { printedLegend, useKeyboardLayout } from "#components/keyboard/printed-legend.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { OutboxBadge } from "#components/outbox/outbox-badge.tsx";
import { badgeOf } from "#components/outbox/outbox-state.ts";
import { BarSlot } from "#components/shell/bar-slot.tsx";
import { ReasonBar } from "#components/triage/reason-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { CultureName } from "#components/ui/culture-name.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Note } from "#components/ui/note.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import { oneOf, rejectReasonKeys } from "#lib/schema/choices.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import "#components/triage/triage.css";
import "#components/triage/panes.css";
import "#components/triage/card.css";
import "#components/triage/editing.css";
import "./peek.css";
import { PeekActs } from "./peek-acts.tsx";
import { PeekCard } from "./peek-card.tsx";
import { peekCommands, peekReasonCommands } from "./peek-commands.ts";
import { PeekEdge, usePeekWidth } from "./peek-edge.tsx";
import { type PeekSource, usePeek } from "./use-peek.ts";

const ConflictCard = lazy(() => import("#components/triage/conflict-card.tsx"));
const TagBox = lazy(() => import("#components/triage/tag-box.tsx"));

export interface PeekProps extends PeekSource {
  /** The row it was opened from, where it is loaded. */
  row: ConversationRow | undefined;
  readOnly: boolean;
  now: number;
  triageHref: string;
  onClose: () => void;
  onWalk: (by: 1 | -1) => void;
  onShow: (id: string) => void;
}

/** One conversation beside the list, which stays live: read, decide, go on. Not a dialog: the keys of the list work too. */
export default function Peek(props: PeekProps) {
  const { project, id, row, readOnly, now, onClose, onWalk, onShow } = props;
  const peek = usePeek(props);
  const { card, box } = peek;
  const [mode, setMode] = useState<"read" | "rejecting" | "tagging" | "conflict">("read");
  const [width, setWidth] = usePeekWidth();
  const layout = useKeyboardLayout();
  const legendOf = useCallback((key: string) => printedLegend(key, layout), [layout]);
  const needing = box.entries.find((entry) => entry.state !== "waiting");

  function run(command: string): void {
    if (command === "accept" || command === "skip" || command === "flag") peek.decide(command);
    if (command === "reject") setMode("rejecting");
    if (command === "tag") setMode("tagging");
    if (command === "undo") {
      const about = peek.undo();
      if (about !== null && about !== id) onShow(about);
    }
  }
  useKeys(peekCommands, run, { enabled: !readOnly && mode === "read" });
  useKeys(
    peekReasonCommands,
    (command) => {
      setMode("read");
      if (command !== "cancel") peek.decide("reject", oneOf(rejectReasonKeys, command));
    },
    { exclusive: true, enabled: mode === "rejecting" },
  );

  const shown = card?.conversation ?? row ?? null;
  return (
    <aside
      className="peek triage"
      aria-label={shown === null ? "Conversation" : `Conversation, ${shown.culture.name}`}
      style={{ ["--peek" as string]: `${width}px` }}
    >
      <BarSlot>
        <OutboxBadge badge={badgeOf(box)} onOpen={() => setMode("conflict")} />
      </BarSlot>
      <PeekEdge width={width} onWidth={setWidth} />
      <header className="peek-head">
        {shown === null ? null : (
          <>
            <b>
              <CultureName {...shown.culture} />
            </b>
            <span className="mono text-ink-3">{shown.language}</span>
            <span role="status">
              <StatusMark mark={markOf(shown)} />
            </span>
          </>
        )}
        <span className="peek-walk">
          <Button
            look="bare"
            aria-label="Previous row"
            aria-keyshortcuts="K"
            data-command="previous"
            onClick={() => onWalk(-1)}
          >
            <Icon of={ChevronUp} />
            <KeyCap>{legendOf("K")}</KeyCap>
          </Button>
          <Button look="bare" aria-label="Next row" aria-keyshortcuts="J" data-command="next" onClick={() => onWalk(1)}>
            <Icon of={ChevronDown} />
            <KeyCap>{legendOf("J")}</KeyCap>
          </Button>
          <Button look="bare" square aria-label="Close" aria-keyshortcuts="Escape" onClick={onClose}>
            <Icon of={X} />
          </Button>
        </span>
      </header>
      {peek.trouble === null ? null : (
        <div className="browse-trouble">
          <Note trouble role="alert">
            {peek.trouble}
          </Note>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
      <section className="peek-body" tabIndex={0} aria-label="Card" key={id}>
        {mode === "conflict" && needing !== undefined ? (
          <Suspense>
            <ConflictCard
              entry={needing}
              language={shown?.language ?? "und"}
              onTheirs={() => {
                setMode("read");
                peek.solve(needing, false);
              }}
              onMine={(act) => {
                setMode("read");
                peek.solve(needing, true, act);
              }}
              onLater={() => setMode("read")}
            />
          </Suspense>
        ) : card === null ? (
          <div className="peek-waiting" aria-busy="true" />
        ) : (
          <PeekCard project={project} card={card} now={now} />
        )}
      </section>
      {readOnly ? (
        <p className="act">You read here; deciding needs the role of an annotator.</p>
      ) : mode === "rejecting" ? (
        <ReasonBar
          legendOf={legendOf}
          onReason={(reason) => {
            setMode("read");
            peek.decide("reject", reason);
          }}
          onCancel={() => setMode("read")}
        />
      ) : (
        <PeekActs legendOf={legendOf} flagged={shown?.flagged ?? false} triageHref={props.triageHref} onCommand={run} />
      )}
      {mode === "tagging" && card !== null ? (
        <Suspense>
          <TagBox project={project} chosen={card.conversation.tags} onTag={peek.tag} onClose={() => setMode("read")} />
        </Suspense>
      ) : null}
    </aside>
  );
}
