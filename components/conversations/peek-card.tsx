"use client";
import { useMemo, useState } from "react";
import { wordsOf } from "#components/triage/card-words.ts";
import { HistoryList } from "#components/triage/history-list.tsx";
import { lightMarks } from "#components/triage/light-marks.ts";
import type { MarkedWord } from "#components/triage/marked-words.ts";
import { MeasureSection } from "#components/triage/measure-section.tsx";
import { Sides } from "#components/triage/sides.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import { measures } from "./filter-state.ts";

const noMarks: readonly MarkedWord[] = [];

/** What Triage shows of one conversation, one part under the other: its turns, its tags, why it scores so, what happened. */
export function PeekCard({
  project,
  card,
  blind,
  scoresShown,
  now,
}: {
  project: string;
  /** Without names where it is blind. */
  card: TriageCard;
  blind: boolean;
  scoresShown: boolean;
  now: number;
}) {
  const { conversation, siblings } = card;
  const [comparing, setComparing] = useState(false);
  const marks = useMemo(() => (scoresShown ? wordsOf(conversation) : noMarks), [conversation, scoresShown]);
  const sides = useMemo(() => [{ id: conversation.id, letter: "A", own: true }], [conversation.id]);
  const cultureNames = useMemo(
    () => new Map(siblings.map((sibling) => [sibling.culture.code, sibling.culture.name])),
    [siblings],
  );
  const alone = useMemo(() => ({ ...card, siblings: [] }), [card]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights what belongs together; all of it can be focused
    <div onPointerOver={lightMarks} onPointerLeave={lightMarks} onFocus={lightMarks} onBlur={lightMarks}>
      <section className="asked" aria-label="Question">
        {conversation.topic === null ? null : (
          <div className="asked-meta">
            {conversation.topic.layer === null ? null : (
              <>
                <span>{conversation.topic.layer}</span>
                <span aria-hidden="true">›</span>
              </>
            )}
            <span>{conversation.topic.name}</span>
          </div>
        )}
        <ScriptText as="h2" lang={conversation.language} fit="pin" className="asked-text">
          {conversation.question}
        </ScriptText>
      </section>
      <Sides card={alone} sides={sides} single={false} blind={blind} marks={marks} free={false} />
      {conversation.tags.length === 0 ? null : (
        <div className="peek-tags">
          {conversation.tags.map((tag) => (
            <span key={tag.id} className="chip" title={tag.path}>
              <bdi>{tag.path}</bdi>
            </span>
          ))}
        </div>
      )}
      <div className="why peek-why">
        <div className="why-body">
          {scoresShown ? (
            measures.map((measure) => (
              <MeasureSection
                key={measure}
                measure={measure}
                conversation={conversation}
                marks={marks}
                cultureNames={cultureNames}
              />
            ))
          ) : (
            <section className="measure" aria-label="Scores">
              <h2>Scores hidden</h2>
              <p>Read and decide first; they are shown when you have.</p>
            </section>
          )}
          <HistoryList
            project={project}
            conversation={conversation}
            now={now}
            comparing={comparing}
            onCompare={() => setComparing(!comparing)}
          />
        </div>
      </div>
    </div>
  );
}
