"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { useAct } from "#components/use-act.ts";

/** Projects taken out of sight, each with the way back. */
export function RemovedProjects({ projects }: { projects: readonly { slug: string; name: string }[] }) {
  const router = useRouter();
  const { act, busy, problem } = useAct(
    useCallback(
      async (slug: string, idempotencyKey: string) => {
        await request<unknown>("POST", `/projects/${slug}/restore`, { body: {}, idempotencyKey });
        announce("Brought back.");
        router.refresh();
      },
      [router],
    ),
  );
  if (projects.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="removed">
      <h2 id="removed" className="text-15">
        Removed
      </h2>
      <p className="mt-1 text-ink-3">Out of sight for everybody. Nothing of them is deleted.</p>
      <ul className="mt-3 border-t border-line">
        {projects.map(({ slug, name }) => (
          <li key={slug} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
            <bdi>{name}</bdi>
            <Button busy={busy} aria-label={`Bring back ${name}`} onClick={() => void act(slug)}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </section>
  );
}
