"use client";
import { Check, ChevronLeft, ChevronRight, Ellipsis, type LucideIcon, Pencil, SkipForward, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import type { RejectReason } from "#lib/schema/decision.ts";
import { keyOf } from "./triage-commands.ts";
import { reasonWords } from "./words.ts";

export interface ActionBarProps {
  /** What this keyboard prints for a key. */
  legendOf: (key: string) => string;
  flagged: boolean;
  /** The reasons are asked for. */
  rejecting: boolean;
  onCommand: (command: string) => void;
  onReason: (reason: RejectReason | null) => void;
}

const main: readonly { id: string; words: string; icon: LucideIcon }[] = [
  { id: "accept", words: "Accept", icon: Check },
  { id: "edit", words: "Edit", icon: Pencil },
  { id: "reject", words: "Reject", icon: X },
  { id: "skip", words: "Skip", icon: SkipForward },
];

/** The decisions by button; each shows its key. On touch five buttons, the rest behind More. */
export function ActionBar({ legendOf, flagged, rejecting, onCommand, onReason }: ActionBarProps) {
  const [more, setMore] = useState(false);
  if (rejecting) return <ReasonBar legendOf={legendOf} onReason={onReason} onCancel={() => onCommand("cancel")} />;
  const further = [
    { id: "flag", words: flagged ? "Take the flag off" : "Flag" },
    { id: "tag", words: "Tag" },
    { id: "undo", words: "Undo" },
    { id: "redo", words: "Redo" },
    { id: "previous", words: "Previous" },
    { id: "next", words: "Next" },
  ];
  return (
    <div className="act" role="toolbar" aria-label="Decide">
      {more ? (
        <div className="act-more">
          {further.map(({ id, words }) => (
            <Button
              key={id}
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
      <Button className="only-small" aria-expanded={more} onClick={() => setMore(!more)}>
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
}

/** Why it is rejected: the second key, or a second press of the first for no reason. */
function ReasonBar({
  legendOf,
  onReason,
  onCancel,
}: {
  legendOf: (key: string) => string;
  onReason: (reason: RejectReason | null) => void;
  onCancel: () => void;
}) {
  return (
    <div className="act asking" role="toolbar" aria-label="Why is it rejected?">
      <span className="act-question">Reason for rejecting</span>
      {reasonWords.map(({ reason, words }, index) => (
        <Button key={reason} keyCap={String(index + 1)} data-command={reason} onClick={() => onReason(reason)}>
          {words}
        </Button>
      ))}
      <Button keyCap={legendOf(keyOf("reject"))} data-command="no-reason" onClick={() => onReason(null)}>
        No reason
      </Button>
      <Button look="bare" keyCap="Esc" onClick={onCancel}>
        Back
      </Button>
    </div>
  );
}
