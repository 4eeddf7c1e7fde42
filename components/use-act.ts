"use client";

import { useCallback, useRef, useState } from "react";
import { ApiProblem } from "./api-client.ts";
import { newKey } from "./new-key.ts";

export interface Act<Input> {
  /** Does it; a second call while the first is under way does nothing. Tells whether it went through. */
  act: (input: Input) => Promise<boolean>;
  busy: boolean;
  problem: ApiProblem | null;
  /** What is the matter with one field, if the answer named it. */
  errorOf: (field: string) => string | null;
  clear: () => void;
}

/**
 * One change asked of the API by a form or a button. The idempotency key stays the same while the same input is tried
 * again, so that an answer lost on the way cannot double the change.
 */
export function useAct<Input>(run: (input: Input, idempotencyKey: string) => Promise<unknown>): Act<Input> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const running = useRef(false);
  const tried = useRef<{ input: string; key: string } | null>(null);

  const act = useCallback(
    async (input: Input) => {
      if (running.current) return false;
      const same = JSON.stringify(input) ?? "";
      if (tried.current?.input !== same) tried.current = { input: same, key: newKey() };
      running.current = true;
      setBusy(true);
      setProblem(null);
      try {
        await run(input, tried.current.key);
        tried.current = null;
        return true;
      } catch (error) {
        // A refusal is kept under its key, so only an answer that never came is asked for again under the same one.
        if (error instanceof ApiProblem && error.status !== 0) tried.current = null;
        setProblem(
          error instanceof ApiProblem
            ? error
            : new ApiProblem(0, "unknown", error instanceof Error ? error.message : String(error)),
        );
        return false;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [run],
  );
  const errorOf = useCallback(
    (field: string) => problem?.fields.find((trouble) => trouble.field === field)?.message ?? null,
    [problem],
  );
  const clear = useCallback(() => setProblem(null), []);
  return { act, busy, problem, errorOf, clear };
}
