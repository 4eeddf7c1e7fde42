"use client";
import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { measureTitles } from "#components/conversations/measure-words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { Note } from "#components/ui/note.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { measureNames } from "#lib/schema/choices.ts";
import type { ConversationDetail, HeadlineScore, TriageCard } from "#lib/schema/conversation-view.ts";
import type { MeasureName } from "#lib/schema/score.ts";
import { tellsEnough } from "#lib/scoring/tells-enough.ts";
import { Comments, MeasureSection, NearSection } from "./lazy-parts.ts";
import type { MarkedWord } from "./marked-words.ts";

const HistoryList = lazy(async () => ({ default: (await import("./history-list.tsx")).HistoryList }));

function HeadlineBar({ measure, score }: { measure: MeasureName; score: HeadlineScore }) {
  const label = measureTitles[measure];
  if (score === null) return <ScoreBar value={null} label={label} reason="not computed" />;
  return (
    <ScoreBar
      value={score.value}
      interval={score.interval}
      vague={!tellsEnough(score)}
      stale={score.stale}
      label={label}
    />
  );
}

export interface WhyPaneProps {
  project: string;
  /** Who reads. */
  person: string;
  card: TriageCard;
  marks: readonly MarkedWord[];
  scoresShown: boolean;
  /** Milliseconds since 1970. */
  now: number;
  /** How often the comments were asked for by key; each time their field takes the focus. */
  commenting: number;
  /** Revisions are compared. */
  comparing: boolean;
  legendOf: (key: string) => string;
  readOnly: boolean;
  onCommand: (command: string) => void;
  onComments: (
    conversation: string,
    change: (comments: ConversationDetail["comments"]) => ConversationDetail["comments"],
  ) => void;
  /** It stands within a panel that scrolls, and so is always open. */
  within?: boolean;
}

/** Why the scores are as they are, what people said, and what has happened. A line that opens on narrow screens. */
export function WhyPane(props: WhyPaneProps) {
  const { project, person, card, marks, scoresShown, now, commenting, comparing, readOnly } = props;
  const { legendOf, onCommand, onComments, within = false } = props;
  const { conversation, siblings } = card;
  const Pane = within ? "section" : "aside";
  const [unfolded, setUnfolded] = useState(false);
  const [heard, setHeard] = useState(0);
  const open = unfolded || commenting > heard;
  const toggle = () => {
    setUnfolded(!open);
    setHeard(commenting);
  };
  const cultureNames = new Map(siblings.map((sibling) => [sibling.culture.code, sibling.culture.name]));
  const hrefOf = (id: string) => `/projects/${project}/${within ? "browse?peek" : "triage?item"}=${id}`;
  const talks = commenting > 0 || conversation.comments.length > 0;
  return (
    <Pane className={classNames("why", open && "open")} aria-label="Why these scores" tabIndex={within ? undefined : 0}>
      <button type="button" className="why-line" aria-expanded={open} onClick={toggle}>
        {scoresShown ? (
          measureNames.map((measure) => (
            <span key={measure} className="flex items-center gap-2">
              <MeasureGlyph measure={measure} />
              <HeadlineBar measure={measure} score={conversation[measure]} />
            </span>
          ))
        ) : (
          <span>Scores hidden</span>
        )}
        <span className="ms-auto flex items-center gap-2">
          <span className="not-small">Why</span>
          <Icon of={ChevronDown} />
        </span>
      </button>
      <div className="why-body">
        {conversation.instructionLike.length === 0 ? null : (
          <Note trouble>
            Turn {conversation.instructionLike.map((place) => place + 1).join(", ")} reads like an instruction to a
            model. Models get it as data only; read it as what it is.
          </Note>
        )}
        {scoresShown ? (
          <Suspense fallback={<div className="measures-coming" aria-hidden="true" />}>
            {measureNames.map((measure) => (
              <MeasureSection
                key={measure}
                measure={measure}
                conversation={conversation}
                marks={marks}
                cultureNames={cultureNames}
              />
            ))}
            <NearSection near={conversation.near} hrefOf={hrefOf} />
          </Suspense>
        ) : (
          <section className="measure" aria-label="Scores">
            <h2>Scores hidden</h2>
            <p>Read and decide first; they are shown when you have.</p>
          </section>
        )}
        <section className="measure" aria-label="Comments">
          <div className="measure-head">
            <h2>Comments {conversation.comments.length === 0 ? "" : conversation.comments.length}</h2>
          </div>
          {talks ? (
            <Suspense>
              <Comments
                project={project}
                person={person}
                conversation={conversation.id}
                comments={conversation.comments}
                now={now}
                asked={commenting}
                readOnly={readOnly}
                onChange={(change) => onComments(conversation.id, change)}
              />
            </Suspense>
          ) : readOnly ? (
            <p>None yet.</p>
          ) : (
            <button type="button" className="button bare" data-command="comment" onClick={() => onCommand("comment")}>
              <kbd className="key">{legendOf("M")}</kbd>
              Comment
            </button>
          )}
        </section>
        <Suspense>
          <HistoryList
            project={project}
            conversation={conversation}
            now={now}
            comparing={comparing}
            onCompare={() => onCommand("diff")}
          />
        </Suspense>
      </div>
    </Pane>
  );
}
