"use client";
import { Link } from "lucide-react";
import { memo, type ReactNode, useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { ConversationDetail, TriageCard } from "#lib/schema/conversation-view.ts";
import { blindCard } from "./blind.ts";
import { wordsOf } from "./card-words.ts";
import type { MarkedWord } from "./marked-words.ts";
import { SideFeet } from "./side-feet.tsx";
import { type SideView, shownSides } from "./side-order.ts";
import { Sides } from "./sides.tsx";
import { keyOf } from "./triage-commands.ts";
import { WhyPane } from "./why-pane.tsx";

export interface CardViewProps {
  project: string;
  /** Who reads. */
  person: string;
  /** The siblings in their seeded order. */
  card: TriageCard;
  view: SideView;
  /** How many sides fit. */
  room: number;
  /** Cultures have letters for names. */
  blind: boolean;
  scoresShown: boolean;
  /** Each side scrolls by itself. */
  free: boolean;
  readOnly: boolean;
  /** Milliseconds since 1970. */
  now: number;
  commenting: number;
  /** Revisions are compared. */
  comparing: boolean;
  /** Stands in place of the sides while the text is edited. */
  editor: ReactNode;
  legendOf: (key: string) => string;
  onCommand: (command: string) => void;
  onComments: (
    conversation: string,
    change: (comments: ConversationDetail["comments"]) => ConversationDetail["comments"],
  ) => void;
}

const noMarks: readonly MarkedWord[] = [];

/** One card whole: its question, the sides, and why. The next one is drawn ahead, out of sight, so nothing here acts by itself. */
export const CardView = memo(function CardView(props: CardViewProps) {
  const { project, person, view, room, blind, scoresShown, free, readOnly, now, commenting, comparing, editor } = props;
  const { legendOf, onCommand, onComments } = props;
  const card = useMemo(() => (blind ? blindCard(props.card) : props.card), [props.card, blind]);
  const { conversation, siblings } = card;
  const marks = useMemo(() => (scoresShown ? wordsOf(conversation) : noMarks), [conversation, scoresShown]);
  const ids = siblings.map(({ id }) => id);
  const sides = shownSides(conversation.id, ids, view, room);
  const { topic, questionKey, source, language, question } = conversation;
  return (
    <>
      <section className="asked" aria-label="Question">
        <div className="asked-meta">
          {topic?.layer == null ? null : (
            <>
              <span>{topic.layer}</span>
              <span aria-hidden="true">›</span>
            </>
          )}
          {topic === null ? null : <span>{topic.name}</span>}
          {questionKey === null ? null : <span className="mono not-small">{questionKey}</span>}
          <span className="asked-end not-small">
            {source === null ? null : <span>{source}</span>}
            <Button look="bare" data-command="copy-link" onClick={() => onCommand("copy-link")}>
              <Icon of={Link} />
              Copy link
              <KeyCap>{legendOf(keyOf("copy-link"))}</KeyCap>
            </Button>
          </span>
        </div>
        <ScriptText as="h2" lang={language} fit="pin" className="asked-text">
          {question}
        </ScriptText>
      </section>
      {editor === null ? (
        <>
          <Sides card={card} sides={sides} single={room === 1} blind={blind} marks={marks} free={free} />
          <SideFeet
            tags={conversation.tags}
            siblings={siblings.length}
            beside={sides.length - 1}
            pinned={sides[0]?.own === false ? sides[0].letter : null}
            legendOf={legendOf}
            onCommand={onCommand}
            readOnly={readOnly}
          />
        </>
      ) : (
        <div className="editing">{editor}</div>
      )}
      <WhyPane
        project={project}
        person={person}
        card={card}
        marks={marks}
        scoresShown={scoresShown}
        now={now}
        commenting={commenting}
        comparing={comparing}
        legendOf={legendOf}
        readOnly={readOnly}
        onCommand={onCommand}
        onComments={onComments}
      />
    </>
  );
});
