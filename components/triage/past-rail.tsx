"use client";
import { Redo2, Undo2 } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { shortId } from "#components/conversations/time.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { keyOf } from "./triage-commands.ts";
import type { PastDecision } from "./triage-state.ts";

/** The last decisions, each of which opens again, and Undo at their end. */
export default memo(function PastRail({
  past,
  legendOf,
  canUndo,
  onOpen,
  onCommand,
}: {
  past: readonly PastDecision[];
  legendOf: (key: string) => string;
  canUndo: boolean;
  onOpen: (conversation: string) => void;
  onCommand: (command: string) => void;
}) {
  const stones = useRef<HTMLDivElement>(null);
  const newest = past.at(-1)?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new decision is at the end
  useEffect(() => {
    // In the next frame, whose layout is made anyway; asked for now it would be made once more, and the next card be late.
    const frame = requestAnimationFrame(() => {
      const { current } = stones;
      current?.scrollTo({ left: directionSign(current) * current.scrollWidth });
    });
    return () => cancelAnimationFrame(frame);
  }, [newest]);
  return (
    <nav className="past" aria-label="Your last decisions">
      <span className="me-1.5">Decided</span>
      {past.length === 0 ? <span>nothing yet</span> : null}
      <div className="past-stones" ref={stones}>
        {past.map(({ key, conversation, many, mark, culture }) =>
          conversation === null ? (
            <span key={key} className="past-stone">
              <StatusMark mark={mark} size={12} bare />
              <span>{many}</span>
            </span>
          ) : (
            <button
              key={key}
              type="button"
              className="past-stone"
              aria-label={`${shortId(conversation)}, ${mark}${culture === null ? "" : `, ${culture}`}, open again`}
              title={culture ?? undefined}
              onClick={() => onOpen(conversation)}
            >
              <StatusMark mark={mark} size={12} bare />
              <span>{shortId(conversation)}</span>
            </button>
          ),
        )}
      </div>
      <span className="past-end">
        <Button
          look="bare"
          data-command="undo"
          aria-keyshortcuts={legendOf(keyOf("undo"))}
          onClick={() => onCommand("undo")}
          disabled={!canUndo}
        >
          <Icon of={Undo2} />
          Undo
          <KeyCap>{legendOf(keyOf("undo"))}</KeyCap>
        </Button>
        <Button
          look="bare"
          data-command="redo"
          aria-label="Redo"
          aria-keyshortcuts={legendOf(keyOf("redo"))}
          onClick={() => onCommand("redo")}
        >
          <Icon of={Redo2} />
          <KeyCap>{legendOf(keyOf("redo"))}</KeyCap>
        </Button>
      </span>
    </nav>
  );
});

function directionSign(element: Element): 1 | -1 {
  return getComputedStyle(element).direction === "rtl" ? -1 : 1;
}
