"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { type Method, request } from "#components/api-client.ts";
import { announce } from "#components/ui/announce.ts";
import { type Act, useAct } from "#components/use-act.ts";

/** One change of a vocabulary; `path` is below the project. */
export interface VocabularyChange {
  method: Exclude<Method, "GET">;
  path: string;
  body?: Record<string, unknown>;
  /** What is read aloud when it is done. */
  done: string;
}

/** Asks for one change of the project's vocabulary, then shows the page anew. */
export function useVocabulary(project: string): Act<VocabularyChange> {
  const router = useRouter();
  return useAct(
    useCallback(
      async ({ method, path, body, done }: VocabularyChange, idempotencyKey: string) => {
        await request(method, `/projects/${project}/${path}`, { body, idempotencyKey });
        announce(done);
        router.refresh();
      },
      [project, router],
    ),
  );
}
