"use client";

import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { RunItemView } from "#lib/schema/run.ts";
import { CallList } from "./call-list.tsx";
import { itemWords, lookOf } from "./run-words.ts";

/** One item: how it stands and why, and the calls that were made for it. Takes the focus when it opens. */
export function ItemPane({
  project,
  run,
  item,
  culture,
  mayInspect,
  onClose,
}: {
  project: string;
  run: string;
  item: RunItemView;
  culture: string;
  mayInspect: boolean;
  onClose: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is another opening
  useEffect(() => heading.current?.focus({ preventScroll: false }), [item.id]);
  const { mark, word } = itemWords[lookOf(item)];
  return (
    <section className="run-item" aria-labelledby="item">
      <div className="flex items-start justify-between gap-4">
        <div>
          <h2 id="item" ref={heading} tabIndex={-1} className="text-15 [overflow-wrap:anywhere]" dir="auto">
            {item.row}
          </h2>
          <p className="flex flex-wrap gap-x-4 text-ink-2">
            <bdi>{culture}</bdi>
            <StatusMark mark={mark}>{word}</StatusMark>
            {item.attempt > 1 ? <span>begun {item.attempt} times</span> : null}
          </p>
        </div>
        <Button look="bare" square aria-label="Close this item" onClick={onClose}>
          <Icon of={X} />
        </Button>
      </div>
      {item.problem === null ? null : (
        <div className="mt-2">
          <Note trouble={item.state === "failed"}>{item.problem}</Note>
        </div>
      )}
      {mayInspect ? (
        <div className="mt-3">
          <CallList key={item.id} project={project} run={run} item={item.id} calls={`${item.state} ${item.attempt}`} />
        </div>
      ) : null}
    </section>
  );
}
