"use client";
import { type ReactNode, useMemo } from "react";
import { wordsOf } from "#components/triage/card-words.ts";
import { lightMarks } from "#components/triage/light-marks.ts";
import type { MarkedWord } from "#components/triage/marked-words.ts";
import { Sides } from "#components/triage/sides.tsx";
import { WhyPane, type WhyPaneProps } from "#components/triage/why-pane.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";

const noMarks: readonly MarkedWord[] = [];

/** What Triage shows of one conversation, one part under the other: its turns, its tags, why it scores so, what was said of it. */
export function PeekCard({
  blind,
  editor,
  ...why
}: Omit<WhyPaneProps, "marks" | "within"> & {
  /** The card comes without names. */
  blind: boolean;
  /** Stands in place of the turns while the text is edited. */
  editor: ReactNode;
}) {
  const { card, scoresShown } = why;
  const { conversation } = card;
  const marks = useMemo(() => (scoresShown ? wordsOf(conversation) : noMarks), [conversation, scoresShown]);
  const sides = useMemo(() => [{ id: conversation.id, letter: "A", own: true }], [conversation.id]);
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
      {editor ?? <Sides card={alone} sides={sides} single={false} blind={blind} marks={marks} free={false} />}
      {conversation.tags.length === 0 ? null : (
        <div className="peek-tags">
          {conversation.tags.map((tag) => (
            <span key={tag.id} className="chip" title={tag.path}>
              <bdi>{tag.path}</bdi>
            </span>
          ))}
        </div>
      )}
      <WhyPane {...why} marks={marks} within />
    </div>
  );
}
