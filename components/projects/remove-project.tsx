"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useAct } from "#components/use-act.ts";

/** Takes a project out of sight in one step. It waits below the list, from where it can be brought back. */
export function RemoveProject({ slug, name }: { slug: string; name: string }) {
  const router = useRouter();
  const { act, busy, problem } = useAct(
    useCallback(
      async (_: null, idempotencyKey: string) => {
        await request<unknown>("DELETE", `/projects/${slug}`, { idempotencyKey });
        announce(`${name} removed. Bring it back below the list.`);
        router.push("/projects");
        router.refresh();
      },
      [router, slug, name],
    ),
  );
  return (
    <>
      <Button look="bare" busy={busy} aria-label={`Remove ${name}`} onClick={() => void act(null)}>
        <Icon of={Trash2} />
        Remove
      </Button>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </>
  );
}
