"use client";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { KeyMapButton } from "#components/keyboard/key-map-button.tsx";
import { printedLegend, useKeyboardLayout } from "#components/keyboard/printed-legend.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { OutboxBadge } from "#components/outbox/outbox-badge.tsx";
import { badgeOf } from "#components/outbox/outbox-state.ts";
import { BarSlot } from "#components/shell/bar-slot.tsx";
import { Note } from "#components/ui/note.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import { Select } from "#components/ui/select.tsx";
import { oneOf, rejectReasonKeys } from "#lib/schema/choices.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { Facets, HistoryEntry, TriageCard } from "#lib/schema/conversation-view.ts";
import type { RejectReason } from "#lib/schema/decision.ts";
import "./triage.css";
import "./panes.css";
import "./editing.css";
import "./narrow.css";
import { ActionBar } from "./action-bar.tsx";
import { PastRail } from "./past-rail.tsx";
import { QueueBar } from "./queue-bar.tsx";
import { QueueEnd } from "./queue-end.tsx";
import { Sides } from "./sides.tsx";
import { keyOf, reasonCommands, triageCommands } from "./triage-commands.ts";
import { sittingMarks } from "./triage-state.ts";
import { useTriage } from "./use-triage.ts";
import { WhyPane } from "./why-pane.tsx";

const ConflictCard = lazy(() => import("./conflict-card.tsx"));
const Editor = lazy(() => import("./editor.tsx"));
const TagBox = lazy(() => import("./tag-box.tsx"));

export interface TriageDeskProps {
  project: string;
  person: string;
  filter: ConversationFilter;
  cultures: Facets["culture"];
  history: readonly HistoryEntry[];
  item: TriageCard | null;
  readOnly: boolean;
  /** Milliseconds since 1970, from the server, so that both sides draw the same. */
  now: number;
}

/** Triage: one conversation beside its siblings, why it scores as it does, and one key for each decision. */
export function TriageDesk({ project, person, filter, cultures, history, item, readOnly, now }: TriageDeskProps) {
  const router = useRouter();
  const triage = useTriage({ project, person, filter, history, item, readOnly });
  const { state, card, box } = triage;
  const [mode, setMode] = useState<"read" | "rejecting" | "editing" | "tagging" | "conflict">("read");
  const [firstSibling, setFirstSibling] = useState(0);
  const layout = useKeyboardLayout();
  const legendOf = (key: string) => printedLegend(key, layout);
  const id = card?.conversation.id ?? null;
  const needing = box.entries.find((entry) => entry.state !== "waiting");
  const base = `/projects/${project}`;

  useEffect(() => {
    setFirstSibling(0);
    setMode("read");
    const address = new URL(window.location.href);
    if (id === null) address.searchParams.delete("item");
    else address.searchParams.set("item", id);
    window.history.replaceState(null, "", address);
  }, [id]);

  const walk = (by: 1 | -1) => {
    const siblings = card?.siblings.length ?? 0;
    if (siblings > 1) setFirstSibling((at) => (at + by + siblings) % siblings);
  };

  function run(command: string) {
    if (command === "next") triage.move(1);
    if (command === "previous") triage.move(-1);
    if (command === "next-sibling") walk(1);
    if (command === "previous-sibling") walk(-1);
    if (readOnly) return;
    if (command === "undo") triage.undo();
    if (command === "redo") triage.redo();
    if (command === "cancel") setMode("read");
    if (card === null) return;
    if (command === "accept" || command === "skip" || command === "flag") triage.decide(command);
    if (command === "reject") setMode("rejecting");
    if (command === "edit") setMode("editing");
    if (command === "tag") setMode("tagging");
  }

  function reject(reason: RejectReason | null) {
    setMode("read");
    triage.decide("reject", reason);
  }

  useKeys(triageCommands, run, { enabled: mode !== "conflict" });
  useKeys(
    reasonCommands,
    (command) => {
      if (command === "cancel") setMode("read");
      else reject(oneOf(rejectReasonKeys, command));
    },
    { exclusive: true, enabled: mode === "rejecting" },
  );

  const conversation = card?.conversation ?? null;
  const queueName = (
    <Select
      aria-label="Queue"
      value={filter.culture?.length === 1 ? (filter.culture[0] ?? "") : ""}
      options={[
        {
          value: "",
          label:
            filter.culture !== undefined && filter.culture.length > 1
              ? `${filter.culture.length} cultures`
              : "All cultures",
        },
        ...cultures.map(({ key, name, endonym }) => ({
          value: key,
          label: name === endonym ? name : `${name} · ${endonym}`,
        })),
      ]}
      onChange={(event) =>
        router.push(`${base}/triage${event.currentTarget.value === "" ? "" : `?culture=${event.currentTarget.value}`}`)
      }
    />
  );

  return (
    <div className="triage">
      <BarSlot>
        <OutboxBadge badge={badgeOf(box)} onOpen={() => setMode("conflict")} />
      </BarSlot>
      <QueueBar name={queueName} left={state.left} decided={sittingMarks(state)}>
        <KeyMapButton title="Keys of Triage" commands={triageCommands} />
      </QueueBar>
      {triage.trouble === null && triage.claims.trouble === null ? null : (
        <div className="triage-trouble">
          <Note trouble role="alert">
            {triage.trouble ?? triage.claims.trouble}
          </Note>
        </div>
      )}
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
      ) : conversation === null || card === null ? (
        <QueueEnd
          looking={state.left === null || (!state.exhausted && state.position >= state.cards.length)}
          passed={
            state.cards.filter(
              (each) => each.conversation.status === "pending" && !state.decided.has(each.conversation.id),
            ).length
          }
          decided={state.decided.size}
          left={state.left}
          readOnly={readOnly}
          browse={`${base}/browse`}
          onBack={() => triage.move(-1)}
          onAgain={triage.claims.again}
        />
      ) : (
        <>
          <section className="asked" aria-label="Question">
            <div className="asked-meta">
              {conversation.topic?.layer == null ? null : (
                <>
                  <span>{conversation.topic.layer}</span>
                  <span aria-hidden="true">›</span>
                </>
              )}
              {conversation.topic === null ? null : <span>{conversation.topic.name}</span>}
              {conversation.questionKey === null ? null : (
                <span className="mono not-small">{conversation.questionKey}</span>
              )}
              {conversation.source === null ? null : <span className="ms-auto not-small">{conversation.source}</span>}
            </div>
            <ScriptText as="h2" lang={conversation.language} fit="pin" className="asked-text">
              {conversation.question}
            </ScriptText>
          </section>
          {mode === "editing" ? (
            <div className="editing">
              <Suspense>
                <Editor
                  key={`${conversation.id} ${conversation.headRevision}`}
                  conversation={conversation.id}
                  revision={conversation.headRevision}
                  language={conversation.language}
                  turns={conversation.turns}
                  onSave={(turns, accept) => {
                    setMode("read");
                    triage.edit(turns, accept);
                  }}
                  onClose={() => setMode("read")}
                />
              </Suspense>
            </div>
          ) : (
            <Sides
              card={card}
              firstSibling={firstSibling}
              onSibling={walk}
              onTag={() => run("tag")}
              legendOf={legendOf}
              readOnly={readOnly}
            />
          )}
          <WhyPane card={card} now={now} />
          {readOnly ? (
            <p className="act">You read here; deciding needs the role of an annotator.</p>
          ) : mode === "editing" ? null : (
            <ActionBar
              legendOf={legendOf}
              flagged={conversation.flagged}
              rejecting={mode === "rejecting"}
              onCommand={run}
              onReason={reject}
            />
          )}
        </>
      )}
      {readOnly ? null : (
        <PastRail
          past={state.past}
          legend={legendOf(keyOf("undo"))}
          disabled={state.done.length === 0 && state.past.length === 0}
          onOpen={(conversationId) => void triage.open(conversationId)}
          onUndo={() => run("undo")}
        />
      )}
      {mode === "tagging" && conversation !== null ? (
        <Suspense>
          <TagBox project={project} chosen={conversation.tags} onTag={triage.tag} onClose={() => setMode("read")} />
        </Suspense>
      ) : null}
    </div>
  );
}

function languageOf(cards: readonly TriageCard[], conversation: string | null): string {
  return cards.find((card) => card.conversation.id === conversation)?.conversation.language ?? "und";
}
