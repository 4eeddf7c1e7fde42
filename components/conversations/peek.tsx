"use client";
import { ChevronDown, ChevronUp, Columns3, Eye, EyeOff, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { Suspense, useCallback, useMemo, useState } from "react";
import { compareAddress } from "#components/compare/compare-address.ts";
import { printedLegend, useKeyboardLayout } from "#components/keyboard/printed-legend.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { OutboxBadge } from "#components/outbox/outbox-badge.tsx";
import { badgeOf, type Remarks } from "#components/outbox/outbox-state.ts";
import { BarSlot } from "#components/shell/bar-slot.tsx";
import { blindCard } from "#components/triage/blind.ts";
import { FlagBar } from "#components/triage/flag-bar.tsx";
import { ConflictCard, Editor, TagBox } from "#components/triage/lazy-parts.ts";
import { remarksOf } from "#components/triage/outbox-acts.ts";
import ReasonBar from "#components/triage/reason-bar.tsx";
import { RemarksBar } from "#components/triage/remarks-bar.tsx";
import { seededOrder } from "#components/triage/side-order.ts";
import type { Edited, Verdict } from "#components/triage/triage-acts.ts";
import { ratingCommands } from "#components/triage/triage-commands.ts";
import { useCardNotes } from "#components/triage/use-card-notes.ts";
import { usePainted } from "#components/triage/use-painted.ts";
import { useRatings } from "#components/triage/use-ratings.ts";
import { useScoreChoice } from "#components/triage/use-score-choice.ts";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CultureName } from "#components/ui/culture-name.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Note } from "#components/ui/note.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import { oneOf, rejectReasonKeys } from "#lib/schema/choices.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import type { DecisionKind, RatingName } from "#lib/schema/decision.ts";
import "#components/triage/triage.css";
import "#components/triage/panes.css";
import "#components/triage/card.css";
import "#components/triage/editing.css";
import "./peek.css";
import type { Hiding } from "./hiding.ts";
import { PeekActs } from "./peek-acts.tsx";
import { PeekCard } from "./peek-card.tsx";
import { peekCommands, peekLookCommands, peekReasonCommands } from "./peek-commands.ts";
import { PeekEdge, usePeekWidth } from "./peek-edge.tsx";
import { type PeekSource, usePeek } from "./use-peek.ts";

export interface PeekProps extends PeekSource {
  /** The row it was opened from, where it is loaded. */
  row: ConversationRow | undefined;
  /** What the project keeps from this reader until they have decided. */
  hiding: Hiding;
  /** What the project asks to be rated. */
  ratings: readonly RatingName[];
  readOnly: boolean;
  now: number;
  triageHref: string;
  onClose: () => void;
  onWalk: (by: 1 | -1) => void;
  onShow: (id: string) => void;
}

/** One conversation beside the list, which stays live: read, decide, go on. Not a dialog: the keys of the list work too. */
export default function Peek(props: PeekProps) {
  const { project, person, id, row, hiding, ratings, readOnly, now, onClose, onWalk, onShow } = props;
  const peek = usePeek(props);
  const { card, box, decidedByMe } = peek;
  const router = useRouter();
  const [mode, setMode] = useState<"read" | "rejecting" | "flagging" | "editing" | "tagging" | "conflict">("read");
  const [width, setWidth] = usePeekWidth();
  const layout = useKeyboardLayout();
  const legendOf = useCallback((key: string) => printedLegend(key, layout), [layout]);
  const needing = box.entries.find((entry) => entry.state !== "waiting");

  const [notes, setNotes] = useCardNotes(card);
  const [changesShown, setChangesShown] = useState(true);
  const rating = useRatings(ratings, notes, setNotes);
  const milliseconds = usePainted(card?.conversation.id ?? null);
  const scores = useScoreChoice();
  const blind = hiding.cultures && !decidedByMe;
  const scoresTold = !hiding.scores || decidedByMe;
  const scoresShown = scores.isShown(scoresTold);
  const shownCard = useMemo(() => {
    if (card === null || !blind) return card;
    // As Triage has them, so that a culture has the same letter here and there.
    return blindCard({ ...card, siblings: seededOrder(card.siblings, `${card.conversation.id} ${person}`) });
  }, [card, blind, person]);

  const remarks = (note: string): Remarks =>
    remarksOf(note, notes.ratings, {
      order: [id],
      scoresHidden: !scoresShown,
      culturesHidden: blind,
      milliseconds: milliseconds(),
    });

  function decide(decision: DecisionKind, reason: Verdict["reason"] = null, note = notes.note): void {
    setMode("read");
    peek.decide({ decision, reason, remarks: remarks(note) });
  }

  function edit(edited: Edited, accept: boolean): void {
    setMode("read");
    peek.edit(edited, accept, remarks(notes.note));
  }

  function run(command: string): void {
    if (command === "accept" || command === "skip") decide(command);
    if (command === "skip-not-my-culture") decide("skip", "not-my-culture");
    // Pressed before the card is here, it opens with the card, as the tags do.
    if (command === "edit") setMode("editing");
    if (command === "comment") setNotes({ commenting: notes.commenting + 1 });
    if (command === "flag" && card !== null) {
      if (card.conversation.flagged) decide("flag");
      else setMode("flagging");
    }
    if (command === "note") setNotes({ noting: notes.noting + 1 });
    if (command === "reject") setMode("rejecting");
    if (command === "tag") setMode("tagging");
    if (command === "undo") {
      const about = peek.undo();
      if (about !== null && about !== id) onShow(about);
    }
  }
  useKeys(peekCommands, run, { enabled: !readOnly && mode === "read" });
  const compareHref =
    card === null || card.conversation.questionKey === null
      ? null
      : // A blind project keeps the culture out of the address.
        compareAddress(project, card.conversation.questionKey, blind ? [] : [card.conversation.culture.code]);
  const look = (command: string) => {
    if (command === "scores") scores.toggle(scoresTold);
    if (command === "diff" && mode === "editing") setChangesShown(!changesShown);
    else if (command === "diff") setNotes({ comparing: !notes.comparing });
    if (command === "compare" && compareHref !== null) router.push(compareHref);
    else if (command === "compare") announce("This conversation has no question key.");
  };
  useKeys(peekLookCommands, look, { enabled: mode === "read" });
  useKeys(ratingCommands, rating.run, { enabled: rating.asked && !readOnly && mode === "read" && card !== null });
  useKeys(
    peekReasonCommands,
    (command) => {
      if (command === "cancel") setMode("read");
      else decide("reject", oneOf(rejectReasonKeys, command));
    },
    { exclusive: true, enabled: mode === "rejecting" },
  );

  const shown = shownCard?.conversation ?? (hiding.cultures ? null : row) ?? null;
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
            {blind ? null : <span className="mono text-ink-3">{shown.language}</span>}
            <span role="status">
              <StatusMark mark={markOf(shown)} />
            </span>
          </>
        )}
        <span className="peek-walk">
          {compareHref === null ? null : (
            <ButtonLink
              look="bare"
              className="square"
              href={compareHref}
              aria-label="Compare"
              title="Compare"
              aria-keyshortcuts={legendOf("C")}
              data-command="compare"
            >
              <Icon of={Columns3} />
            </ButtonLink>
          )}
          <Button
            look="bare"
            square
            aria-label={scoresShown ? "Hide scores" : "Show scores"}
            title={scoresShown ? "Hide scores" : "Show scores"}
            aria-keyshortcuts={legendOf("H")}
            data-command="scores"
            onClick={() => scores.toggle(scoresTold)}
          >
            <Icon of={scoresShown ? Eye : EyeOff} />
          </Button>
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
        ) : shownCard === null ? (
          <div className="peek-waiting" aria-busy="true" />
        ) : (
          <PeekCard
            project={project}
            person={person}
            card={shownCard}
            blind={blind}
            scoresShown={scoresShown}
            now={now}
            commenting={notes.commenting}
            comparing={notes.comparing}
            legendOf={legendOf}
            readOnly={readOnly}
            onCommand={(command) => (command === "diff" ? look(command) : run(command))}
            onComments={peek.comment}
            editor={
              mode === "editing" && card !== null ? (
                <Suspense>
                  <Editor
                    key={`${id} ${card.conversation.headRevision}`}
                    conversation={id}
                    revision={card.conversation.headRevision}
                    language={card.conversation.language}
                    turns={card.conversation.turns}
                    changesShown={changesShown}
                    onChanges={() => look("diff")}
                    onSave={edit}
                    onClose={() => setMode("read")}
                  />
                </Suspense>
              ) : null
            }
          />
        )}
      </section>
      {readOnly || mode === "editing" ? null : (
        <RemarksBar
          key={`note ${card?.conversation.id}`}
          questions={ratings}
          ratings={notes.ratings}
          current={rating.current}
          onRate={rating.rate}
          note={notes.note}
          noteOpen={notes.noting}
          onNote={(note) => setNotes({ note })}
        />
      )}
      {readOnly ? (
        <p className="act">You read here; deciding needs the role of an annotator.</p>
      ) : mode === "rejecting" ? (
        <ReasonBar
          legendOf={legendOf}
          onReason={(reason) => decide("reject", reason)}
          onCancel={() => setMode("read")}
        />
      ) : mode === "editing" ? null : mode === "flagging" ? (
        <FlagBar start={notes.note} onFlag={(note) => decide("flag", null, note)} onCancel={() => setMode("read")} />
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
