"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { useAct } from "#components/use-act.ts";
import type { ProjectView } from "#lib/schema/project.ts";

type Kind = "practice" | "sample";

/** The two ways to begin without a file of one's own: each makes a project and opens it where its work is. */
export function SampleButtons({
  first,
  kinds,
  practice,
}: {
  first: boolean;
  kinds: readonly Kind[];
  /** How many conversations there are to practise on. */
  practice: number;
}) {
  const router = useRouter();
  const { act, busy, problem } = useAct(
    useCallback(
      async (kind: Kind, idempotencyKey: string) => {
        const project = await request<ProjectView>("POST", "/projects/samples", { body: { kind }, idempotencyKey });
        router.push(`/projects/${project.slug}/${kind === "practice" ? "triage" : "browse"}`);
        router.refresh();
      },
      [router],
    ),
  );
  return (
    <>
      {kinds.includes("practice") ? (
        <Button {...(first ? { look: "main" as const } : {})} busy={busy} onClick={() => void act("practice")}>
          Practise on {practice} conversations
        </Button>
      ) : null}
      {kinds.includes("sample") ? (
        <Button busy={busy} onClick={() => void act("sample")}>
          Add the sample project
        </Button>
      ) : null}
      {problem === null ? null : <ProblemNote problem={problem} />}
    </>
  );
}
