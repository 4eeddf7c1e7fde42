"use client";
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import { Side } from "./side.tsx";

const narrowest = 480;
const mostSides = 3;

export interface SidesProps {
  card: TriageCard;
  /** Index of the first sibling shown beside A. */
  firstSibling: number;
  onSibling: (by: 1 | -1) => void;
  onTag: () => void;
  legendOf: (key: string) => string;
  readOnly: boolean;
}

/** A under review and its siblings beside it, turn by turn; one at a time where there is room for one only. */
export function Sides({
  card: { conversation, siblings },
  firstSibling,
  onSibling,
  onTag,
  legendOf,
  readOnly,
}: SidesProps) {
  const element = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(2);
  const [showsA, setShowsA] = useState(true);

  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      setRoom(Math.min(mostSides, Math.max(1, Math.floor((width + 1) / narrowest))));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another card begins with A again, at its top
  useEffect(() => {
    setShowsA(true);
    element.current?.scrollTo({ top: 0 });
  }, [conversation.id]);

  const count = Math.min(siblings.length, Math.max(1, room - 1));
  const beside = Array.from({ length: count }, (_, index) => siblings[(firstSibling + index) % siblings.length]).filter(
    (each) => each !== undefined,
  );
  const shownTurns = [conversation.turns, ...beside.map((sibling) => sibling.turns)];
  // The question is pinned above; where every side opens with just that, it need not be said again.
  const askedAlike = shownTurns.every(
    (turns) => turns.length > 1 && turns[0]?.role === "user" && turns[0].content === conversation.question,
  );
  const cut = askedAlike ? 1 : 0;
  const rows = Math.max(...shownTurns.map((turns) => turns.length - cut));
  const alone = siblings.length === 0;
  const walks = siblings.length > count;
  const single = room === 1 && !alone;
  const columns = alone ? 1 : single ? 1 : count + 1;

  const choice = (
    <fieldset className="segmented side-choice" data-single={single || undefined}>
      <legend className="unseen">Side</legend>
      <button type="button" aria-pressed={showsA} onClick={() => setShowsA(true)}>
        A
      </button>
      <button type="button" aria-pressed={!showsA} onClick={() => setShowsA(false)}>
        {letterAt(firstSibling % Math.max(1, siblings.length))}
      </button>
    </fieldset>
  );

  return (
    <>
      <section
        ref={element}
        className={classNames("sides", single && "single", alone && "alone")}
        style={{ ["--sides" as string]: columns, ["--rows" as string]: rows + 1 }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Side by side"
      >
        <Side
          letter="A"
          culture={conversation.culture}
          language={conversation.language}
          turns={conversation.turns.slice(cut)}
          rows={rows}
          shown={showsA || alone}
        >
          {conversation.headRevision > 1 ? (
            <span className="not-small">revision {conversation.headRevision}</span>
          ) : null}
          {conversation.status !== "pending" || conversation.flagged ? (
            <StatusMark mark={markOf(conversation)} />
          ) : null}
          {alone ? null : choice}
        </Side>
        {beside.map((sibling, index) => (
          <Side
            key={sibling.id}
            letter={letterAt((firstSibling + index) % siblings.length)}
            culture={sibling.culture}
            language={sibling.language}
            turns={sibling.turns.slice(cut)}
            rows={rows}
            shown={!showsA && index === 0}
          >
            <span className="not-small">
              <StatusMark mark={markOf(sibling)} />
            </span>
            {index === 0 ? choice : null}
          </Side>
        ))}
      </section>
      <div className="side-feet">
        <div className="tags">
          {conversation.tags.map((tag) => (
            <span key={tag.id} className="chip" title={tag.path}>
              <bdi>{tag.path}</bdi>
            </span>
          ))}
          {readOnly ? null : (
            <Button look="bare" data-command="tag" onClick={onTag}>
              <Icon of={Plus} />
              Tag
              <KeyCap>{legendOf("T")}</KeyCap>
            </Button>
          )}
        </div>
        <div className="walk">
          {alone ? (
            <span>No other culture has answered this question.</span>
          ) : (
            <span>
              {count === 1
                ? `Sibling ${(firstSibling % siblings.length) + 1} of ${siblings.length}`
                : `${count} of ${siblings.length} siblings`}
            </span>
          )}
          {walks ? (
            <span className="ms-auto flex">
              <Button
                look="bare"
                data-command="previous-sibling"
                aria-label="Previous sibling"
                onClick={() => onSibling(-1)}
              >
                <KeyCap>{legendOf("[")}</KeyCap>
                <span className="only-small">Previous</span>
              </Button>
              <Button look="bare" data-command="next-sibling" onClick={() => onSibling(1)}>
                Next sibling
                <KeyCap>{legendOf("]")}</KeyCap>
              </Button>
            </span>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** B for the first sibling, C for the second; past Z the number. */
function letterAt(index: number): string {
  return index < 25 ? String.fromCharCode(66 + index) : String(index + 2);
}
