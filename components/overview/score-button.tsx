"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useAct } from "#components/use-act.ts";
import { usePoll } from "#components/use-poll.ts";

interface Scoring {
  state: "idle" | "queued" | "active";
  done: number;
  total: number;
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
        if (found.state !== "idle") return;
        setRunning(false);
        router.refresh();
      },
      [project, router],
    ),
  );
  if (running) {
    return (
      <div className="space-y-2">
        <Progress label="Scoring" done={progress?.done ?? 0} total={progress?.total ?? null} unit="scored" />
        <ProblemNote problem={unheard} />
      </div>
    );
  }
  return (
    <div className="space-y-2">
      <Button busy={busy} onClick={() => void act({})}>
        Score again
      </Button>
      <ProblemNote problem={problem} />
    </div>
  );
}
