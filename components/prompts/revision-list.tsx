"use client";

import { DiffText } from "#components/triage/diff-text.tsx";
import { wordDiff } from "#components/triage/word-diff.ts";
import { Button } from "#components/ui/button.tsx";
import { Day } from "#components/ui/day.tsx";
import type { PromptRevision } from "#lib/schema/prompt.ts";
import { revisionFacts, revisionTitle } from "./prompt-words.ts";

/** Every wording that a prompt had, the newest first, each with what it changed. */
export function RevisionList({
  revisions,
  current,
  onRestore,
  busy,
}: {
  revisions: readonly PromptRevision[];
  current: number;
  /** Null for whoever may not edit. */
  onRestore: ((revision: number) => void) | null;
  busy: boolean;
}) {
  return (
    <>
      <h3 className="mt-5 text-12 text-ink-3">Revisions</h3>
      <ol className="prompt-revisions">
        {revisions.map((each, at) => {
          const before = revisions[at + 1];
          return (
            <li key={each.revision}>
              <details>
                <summary>
                  <b>{revisionTitle(each)}</b>
                  <span className="text-ink-3">
                    <bdi>{revisionFacts(each)}</bdi>
                  </span>
                  {each.createdAt === null ? null : <Day at={each.createdAt} />}
                </summary>
                <div className="prompt-text">
                  {before === undefined ? (
                    each.text
                  ) : (
                    <DiffText parts={wordDiff(before.text, each.text, "en")} lang="en" />
                  )}
                </div>
              </details>
              {onRestore === null || each.revision === current ? null : (
                <Button look="bare" disabled={busy} onClick={() => onRestore(each.revision)}>
                  Put {each.revision === 0 ? "Tessera’s own" : `revision ${each.revision}`} back
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
