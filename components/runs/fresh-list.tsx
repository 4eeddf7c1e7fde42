"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import type { ConversationPage } from "#lib/schema/conversation-view.ts";
import type { RunView } from "#lib/schema/run.ts";
import { useFresh } from "./use-fresh.ts";

/** The newest conversations of a run, each a way into Triage. The list can be held still while one reads. */
export function FreshList({ project, run }: { project: string; run: RunView }) {
  const [heldAt, setHeldAt] = useState<number | null>(null);
  const path = `/projects/${project}/conversations?run=${run.id}&sort=added.descending&limit=5`;
  const rows = useFresh<ConversationPage>(path, heldAt ?? run.produced)?.rows ?? [];
  return (
    <section aria-labelledby="fresh">
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 id="fresh" className="text-15">
          Fresh
        </h2>
        {rows.length === 0 ? null : (
          <Button
            look="bare"
            aria-pressed={heldAt !== null}
            onClick={() => setHeldAt(heldAt === null ? run.produced : null)}
          >
            Hold the list
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="text-ink-3">Nothing yet. What is made comes here, and can be reviewed at once.</p>
      ) : (
        <ul className="border-t border-edge">
          {rows.map((row) => (
            <li
              key={row.id}
              className="relative flex flex-wrap items-center gap-x-4 border-b border-line py-2 hover:bg-ground"
            >
              <span className="w-28">
                <bdi>{row.culture.name}</bdi>
              </span>
              <Link
                className="min-w-0 flex-1 basis-40 py-0.5 text-ink no-underline after:absolute after:inset-0 hover:underline"
                href={`/projects/${project}/triage?item=${row.id}`}
                prefetch={false}
              >
                <ScriptText lang={row.language} as="bdi">
                  {row.question}
                </ScriptText>
              </Link>
              <StatusMark mark={markOf(row)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
