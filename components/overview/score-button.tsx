"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useAct } from "#components/use-act.ts";
import { usePoll } from "#components/use-poll.ts";
import type { EmbeddingStatus } from "#lib/schema/embedding-status.ts";

interface Scoring {
  state: "idle" | "queued" | "active";
  done: number;
  total: number;
  underWay: boolean;
  embedding: EmbeddingStatus | null;
}

/** Starts scoring and tells how far it is. */
export function ScoreButton({ project, underWay }: { project: string; underWay: boolean }) {
  const router = useRouter();
  const [running, setRunning] = useState(underWay);
  const [progress, setProgress] = useState<Scoring | null>(null);
  const { act, busy, problem } = useAct(
    useCallback(
      async (body: Record<string, never>, idempotencyKey: string) => {
        await request("POST", `/projects/${project}/scores`, { body, idempotencyKey });
        setRunning(true);
      },
      [project],
    ),
  );
  const unheard = usePoll(
    running,
    useCallback(
      async (signal) => {
        const found = await request<Scoring>("GET", `/projects/${project}/scores`, { signal });
        setProgress(found);
        if (found.underWay) return;
        setRunning(false);
        router.refresh();
      },
      [project, router],
    ),
  );
  const embedding = progress?.embedding ?? null;
  if (running) {
    return (
      <div className="space-y-2">
        {progress?.state === "idle" ? null : (
          <Progress label="Scoring" done={progress?.done ?? 0} total={progress?.total ?? null} unit="scored" />
        )}
        {embedding?.state === "active" || embedding?.state === "queued" ? (
          <Progress label="Embedding" done={embedding.done} total={embedding.total || null} unit="texts embedded" />
        ) : null}
        <ProblemNote problem={unheard} />
      </div>
    );
  }
  return (
    <div className="space-y-2">
      <Button busy={busy} onClick={() => void act({})}>
        Score again
      </Button>
      {embedding?.state === "paused" && embedding.problem !== null ? (
        <Note trouble role="alert">
          Embedding paused. {embedding.problem}
        </Note>
      ) : null}
      <ProblemNote problem={problem} />
    </div>
  );
}
