"use client";
import { useEffect } from "react";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { BulkView } from "#lib/schema/bulk.ts";
import { resultWords } from "./bulk-words.ts";

/** What became of the last act, or how far it is. It stays until the next act, and its undo with it. */
export default function ResultLine({
  view,
  busy,
  trouble,
  onView,
  onUndo,
}: {
  view: BulkView;
  busy: boolean;
  trouble: string | null;
  onView: () => void;
  onUndo: () => void;
}) {
  const running = view.state === "running" || view.state === "undoing" || view.state === "redoing";
  const words = resultWords(view.act, view);
  useEffect(() => {
    if (!running) announce(words);
  }, [running, words]);
  if (running) {
    return (
      <div className="result">
        <Progress
          label={view.state === "undoing" ? "Taking back" : "Acting on the selected"}
          done={view.done + view.changed + view.same}
          total={view.total}
        />
        {trouble === null ? null : <span className="text-cinnabar">{trouble}</span>}
      </div>
    );
  }
  return (
    <div className="result">
      <p>{words}</p>
      {view.changed > 0 ? (
        <Button look="bare" onClick={onView}>
          View
        </Button>
      ) : null}
      {view.state === "done" && view.done > 0 ? (
        <Button look="bare" busy={busy} onClick={onUndo}>
          Undo
        </Button>
      ) : null}
      {trouble === null ? null : (
        <span role="alert" className="text-cinnabar">
          {trouble}
        </span>
      )}
    </div>
  );
}
