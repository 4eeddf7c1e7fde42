"use client";

import { useCallback } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { useAct } from "#components/use-act.ts";

/** Takes the place that an invitation gives, as the person who is signed in. */
export function JoinButton({ token, name }: { token: string; name: string }) {
  const { act, busy, problem } = useAct(
    useCallback(async (given: string, idempotencyKey: string) => {
      const { project } = await request<{ project: string | null }>("POST", "/invitations/accept", {
        body: { token: given },
        idempotencyKey,
      });
      window.location.assign(project === null ? "/projects" : `/projects/${encodeURIComponent(project)}`);
    }, []),
  );
  return (
    <div className="space-y-3">
      <ProblemNote problem={problem} />
      <Button look="main" busy={busy} onClick={() => void act(token)}>
        Join as <bdi>{name}</bdi>
      </Button>
    </div>
  );
}
