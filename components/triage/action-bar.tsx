"use client";
import { Check, ChevronLeft, ChevronRight, Ellipsis, type LucideIcon, Pencil, SkipForward, X } from "lucide-react";
import { memo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { keyOf } from "./triage-commands.ts";
import { reasonWords } from "./words.ts";

export interface ActionBarProps {
  /** What this keyboard prints for a key. */
  legendOf: (key: string) => string;
  flagged: boolean;
  onCommand: (command: string) => void;
}

const main: readonly { id: string; words: string; icon: LucideIcon }[] = [
  { id: "accept", words: "Accept", icon: Check },
  { id: "edit", words: "Edit", icon: Pencil },
  { id: "reject", words: "Reject", icon: X },
  { id: "skip", words: "Skip", icon: SkipForward },
];

/** The decisions by button; each shows its key. On touch five buttons; what is done seldom waits behind More. */
export const ActionBar = memo(function ActionBar({ legendOf, flagged, onCommand }: ActionBarProps) {
  const [more, setMore] = useState(false);
  const flag = flagged ? "Take the flag off" : "Flag";
  const further = [
    { id: "flag", words: flag, small: true },
    { id: "tag", words: "Tag", small: true },
    { id: "note", words: "Note with the decision" },
    { id: "comment", words: "Comment" },
    { id: "skip-not-my-culture", words: "Skip: not my culture" },
    { id: "undo", words: "Undo", small: true },
    { id: "redo", words: "Redo", small: true },
    { id: "previous", words: "Previous", small: true },
    { id: "next", words: "Next", small: true },
    { id: "scores", words: "Scores", small: true },
    { id: "guideline", words: "Guideline", small: true },
    { id: "copy-link", words: "Copy link" },
  ];
  return (
    <div className="act" role="toolbar" aria-label="Decide">
      {more ? (
        <div className="act-more">
          {further.map(({ id, words, small }) => (
            <Button
              key={id}
              className={small ? "only-small" : undefined}
              keyCap={legendOf(keyOf(id))}
              onClick={() => {
                setMore(false);
                onCommand(id);
              }}
            >
              {words}
            </Button>
          ))}
        </div>
      ) : null}
      {main.map(({ id, words, icon }) => (
        <Button
          key={id}
          look={id === "accept" ? "main" : "plain"}
          keyCap={legendOf(keyOf(id))}
          data-command={id}
          onClick={() => onCommand(id)}
        >
          <span className="only-small">
            <Icon of={icon} />
          </span>
          {words}
        </Button>
      ))}
      <Button
        className="not-small"
        keyCap={legendOf(keyOf("flag"))}
        data-command="flag"
        aria-pressed={flagged}
        onClick={() => onCommand("flag")}
      >
        {flagged ? "Flagged" : "Flag"}
      </Button>
      <Button className="act-further" aria-expanded={more} onClick={() => setMore(!more)}>
        <Icon of={Ellipsis} />
        More
      </Button>
      <span className="act-hint" aria-hidden="true">
        <span>
          <KeyCap>{legendOf(keyOf("reject"))}</KeyCap> then
        </span>
        {reasonWords.map(({ reason, words }, index) => (
          <span key={reason}>
            <KeyCap>{String(index + 1)}</KeyCap>
            {words}
          </span>
        ))}
      </span>
      <span className="act-end">
        <Button
          look="bare"
          aria-label="Previous"
          data-command="previous"
          aria-keyshortcuts={legendOf(keyOf("previous"))}
          onClick={() => onCommand("previous")}
        >
          <Icon of={ChevronLeft} />
          <KeyCap>{legendOf(keyOf("previous"))}</KeyCap>
        </Button>
        <Button
          look="bare"
          aria-label="Next"
          data-command="next"
          aria-keyshortcuts={legendOf(keyOf("next"))}
          onClick={() => onCommand("next")}
        >
          <KeyCap>{legendOf(keyOf("next"))}</KeyCap>
          <Icon of={ChevronRight} />
        </Button>
      </span>
    </div>
  );
});
