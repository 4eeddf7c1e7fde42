"use client";
import { Activity, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { KeyMapButton } from "#components/keyboard/key-map-button.tsx";
import { printedLegend, useKeyboardLayout } from "#components/keyboard/printed-legend.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { OutboxBadge } from "#components/outbox/outbox-badge.tsx";
import { badgeOf } from "#components/outbox/outbox-state.ts";
import { BarSlot } from "#components/shell/bar-slot.tsx";
import { oneOf, rejectReasonKeys } from "#lib/schema/choices.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { Facets, HistoryEntry, TriageCard } from "#lib/schema/conversation-view.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import "./triage.css";
import "./panes.css";
import "./card.css";
import "./editing.css";
import "./narrow.css";
import { CardView } from "./card-view.tsx";
import { DecideBars } from "./decide-bars.tsx";
import { DeskNotes } from "./desk-notes.tsx";
import { hearSwipes } from "./hear-swipes.ts";
import {
  ConflictCard,
  Editor,
  fetchParts,
  GuidelineDrawer,
  PastRail,
  PracticeCoach,
  QueueEnd,
  TagBox,
} from "./lazy-parts.ts";
import { lightMarks } from "./light-marks.ts";
import { paceWords, timeLeft } from "./pace.ts";
import { QueueBar } from "./queue-bar.tsx";
import { QueueName } from "./queue-name.tsx";
import { QueueTools } from "./queue-tools.tsx";
import { firstView } from "./side-order.ts";
import { sittingMarks, sittingTimes } from "./triage-acts.ts";
import { ratingCommands, reasonCommands, triageCommands } from "./triage-commands.ts";
import { useDesk } from "./use-desk.ts";
import { usePractice } from "./use-practice.ts";
import { useStable } from "./use-stable.ts";
import { useTriage } from "./use-triage.ts";

const ratedCommands = [...triageCommands, ...ratingCommands];

export interface TriageDeskProps {
  project: Pick<ProjectView, "slug" | "kind" | "blind" | "hideScores" | "ratings" | "guideline">;
  person: string;
  filter: ConversationFilter;
  order: QueueOrder;
  cultures: Facets["culture"];
  history: readonly HistoryEntry[];
  item: TriageCard | null;
  readOnly: boolean;
  /** Milliseconds since 1970, from the server, so that both sides draw the same. */
  now: number;
}

/** Triage: one conversation beside its siblings, why it scores as it does, and one key for each decision. */
export function TriageDesk({
  project,
  person,
  filter,
  order,
  cultures,
  history,
  item,
  readOnly,
  now,
}: TriageDeskProps) {
  const base = `/projects/${project.slug}`;
  const address = `${base}/triage`;
  const element = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(false);
  const practice = usePractice(project.slug, project.kind === "practice", atEnd);
  const { ask: onDecided, forget: onUndo } = practice;
  const triage = useTriage({
    project: project.slug,
    person,
    filter,
    order,
    history,
    item,
    readOnly,
    onDecided,
    onUndo,
  });
  const { state, box } = triage;
  const { blind, hideScores, ratings: questions } = project;
  const desk = useDesk({
    desk: element,
    triage,
    person,
    project: project.slug,
    address,
    blind,
    hideScores,
    questions,
    readOnly,
  });
  const { card, next, mode, setMode, notes, guidelineOpen } = desk;
  const layout = useKeyboardLayout();
  const legendOf = useCallback((key: string) => printedLegend(key, layout), [layout]);
  const run = useStable(desk.run);
  const onComments = useStable(triage.comment);
  const onOpen = useStable((conversation: string) => void triage.open(conversation));
  const id = card?.conversation.id ?? null;
  const needing = box.entries.find((entry) => entry.state !== "waiting");

  useEffect(() => {
    setMode("read");
    setAtEnd(id === null);
    if (!desk.keepsFocus.current) return;
    desk.keepsFocus.current = false;
    const sides = [...(element.current?.querySelectorAll<HTMLElement>(".sides") ?? [])];
    sides.find((each) => each.offsetParent !== null)?.focus({ preventScroll: true });
  }, [id, setMode, desk.keepsFocus]);

  // After the card is painted: a change of the address takes the browser some milliseconds, and the router as many.
  useEffect(() => {
    const timer = setTimeout(() => {
      const { href } = window.location;
      const wanted = new URL(href);
      if (id === null) wanted.searchParams.delete("item");
      else wanted.searchParams.set("item", id);
      if (wanted.href !== href) window.history.replaceState(null, "", wanted);
    });
    return () => clearTimeout(timer);
  }, [id]);

  useEffect(fetchParts, []);
  useEffect(() => hearSwipes(element.current, (way) => run(way < 0 ? "next" : "previous")), [run]);

  // What is opened by a key has the keys from then on, also before its field has the focus.
  useKeys(triageCommands, run, { enabled: mode === "read" || mode === "rejecting" });
  useKeys(ratingCommands, desk.rating.run, {
    enabled: questions.length > 0 && mode === "read" && card !== null && !readOnly,
  });
  useKeys(
    reasonCommands,
    (command) => {
      if (command === "cancel") setMode("read");
      else desk.decide("reject", oneOf(rejectReasonKeys, command));
    },
    { exclusive: true, enabled: mode === "rejecting" },
  );

  const times = sittingTimes(state.done);
  const expected = state.left === null ? null : timeLeft(times, state.left);
  const editor =
    mode === "editing" && card !== null ? (
      <Suspense>
        <Editor
          key={`${card.conversation.id} ${card.conversation.headRevision}`}
          conversation={card.conversation.id}
          revision={card.conversation.headRevision}
          language={card.conversation.language}
          turns={card.conversation.turns}
          changesShown={desk.changesShown}
          onChanges={() => run("diff")}
          onSave={desk.edit}
          onClose={() => setMode("read")}
        />
      </Suspense>
    ) : null;
  const drawn = [card, next].filter((each) => each !== null);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights what belongs together; all of it can be focused
    <div
      className="triage"
      ref={element}
      onPointerOver={lightMarks}
      onPointerLeave={lightMarks}
      onFocus={lightMarks}
      onBlur={lightMarks}
    >
      <BarSlot>
        <OutboxBadge badge={badgeOf(box)} onOpen={() => setMode("conflict")} />
      </BarSlot>
      <QueueBar
        name={
          <QueueName triage={address} filter={filter} order={order} cultures={cultures} blind={blind && !readOnly} />
        }
        left={state.left}
        decided={sittingMarks(state)}
        pace={expected === null ? null : paceWords(expected)}
      >
        <QueueTools
          scoresShown={card === null ? !hideScores : desk.showsScores(card)}
          free={desk.free}
          guidelineOpen={guidelineOpen}
          legendOf={legendOf}
          onCommand={run}
          onFree={desk.setFree}
        />
        <KeyMapButton title="Keys of Triage" commands={questions.length > 0 ? ratedCommands : triageCommands} />
      </QueueBar>
      <DeskNotes trouble={triage.trouble ?? triage.claims.trouble} practice={practice.line} times={times}>
        {project.kind === "practice" && !readOnly ? (
          <Suspense>
            <PracticeCoach state={state} legendOf={legendOf} />
          </Suspense>
        ) : null}
      </DeskNotes>
      {mode === "conflict" && needing !== undefined ? (
        <Suspense>
          <ConflictCard
            key={needing.key}
            entry={needing}
            language={languageOf(state.cards, needing.act.kind === "undo" ? null : needing.act.conversation)}
            onTheirs={() => {
              setMode("read");
              triage.keepTheirs(needing);
            }}
            onMine={(act) => {
              setMode("read");
              triage.keepMine(needing, act);
            }}
            onLater={() => setMode("read")}
          />
        </Suspense>
      ) : card === null ? (
        <Suspense>
          <QueueEnd
            looking={state.left === null || (!state.exhausted && state.position >= state.cards.length)}
            passed={
              state.cards.filter(
                (each) => each.conversation.status === "pending" && !state.decided.has(each.conversation.id),
              ).length
            }
            done={state.done}
            left={state.left}
            readOnly={readOnly}
            browse={`${base}/browse`}
            practice={practice.sum}
            onBack={() => triage.move(-1)}
            onAgain={triage.claims.again}
            onOpen={onOpen}
          />
        </Suspense>
      ) : (
        <>
          {drawn.map((each) => (
            <Activity key={each.conversation.id} mode={each === card ? "visible" : "hidden"}>
              <CardView
                project={project.slug}
                person={person}
                card={each}
                view={each === card ? notes.view : firstView}
                room={desk.room}
                blind={desk.isBlind(each)}
                scoresShown={desk.showsScores(each)}
                free={desk.free}
                readOnly={readOnly}
                now={now}
                commenting={each === card ? notes.commenting : 0}
                comparing={each === card && notes.comparing}
                editor={each === card ? editor : null}
                legendOf={legendOf}
                onCommand={run}
                onComments={onComments}
              />
            </Activity>
          ))}
          {readOnly ? (
            <p className="act">You read here; deciding needs the role of an annotator.</p>
          ) : mode === "editing" ? null : (
            <DecideBars
              desk={desk}
              questions={questions}
              flagged={card.conversation.flagged}
              legendOf={legendOf}
              onCommand={run}
            />
          )}
        </>
      )}
      {guidelineOpen ? (
        <Suspense>
          <GuidelineDrawer project={project.slug} guideline={project.guideline} onClose={() => run("guideline")} />
        </Suspense>
      ) : null}
      {readOnly ? null : (
        <Suspense fallback={<div className="past" aria-hidden="true" />}>
          <PastRail
            past={state.past}
            legendOf={legendOf}
            canUndo={state.done.length > 0 || state.past.length > 0}
            onOpen={onOpen}
            onCommand={run}
          />
        </Suspense>
      )}
      {mode === "tagging" && card !== null ? (
        <Suspense>
          <TagBox
            project={project.slug}
            chosen={card.conversation.tags}
            onTag={triage.tag}
            onClose={() => setMode("read")}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function languageOf(cards: readonly TriageCard[], conversation: string | null): string {
  return cards.find((card) => card.conversation.id === conversation)?.conversation.language ?? "und";
}
