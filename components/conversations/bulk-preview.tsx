"use client";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import type { BulkView } from "#lib/schema/bulk.ts";
import { actWords, effectWords } from "./bulk-words.ts";

/** What an act on many will do, before it is begun. */
export function BulkPreview({
  view,
  busy,
  onStart,
  onBack,
}: {
  view: BulkView;
  busy: boolean;
  onStart: () => void;
  onBack: () => void;
}) {
  const element = useRef<HTMLElement>(null);
  // The button that led here is gone, so the focus goes on to the one that comes next.
  useEffect(() => element.current?.querySelector("button")?.focus(), []);
  const nothing = view.total === view.effect.same;
  return (
    <section ref={element} className="bulk-bar" aria-label="What will happen">
      <p className="bulk-effect" role="status">
        {effectWords(view.act, view).join(" ")}
      </p>
      {nothing ? (
        <span className="text-ink-2">Nothing would change.</span>
      ) : (
        <Button look="main" busy={busy} onClick={onStart}>
          {actWords(view.act, view)}
        </Button>
      )}
      <Button look={nothing ? "plain" : "bare"} onClick={onBack}>
        Back
      </Button>
    </section>
  );
}
