"use client";
import { useEffect, useState } from "react";
import { request } from "#components/api-client.ts";

/** What the API answers to one question, asked once; null until then. When the question changes, the last answer stays so long. */
export function useAnswer<Answer>(path: string): { answer: Answer | null; trouble: string | null } {
  const [held, setHeld] = useState<{ answer: Answer | null; trouble: string | null }>({ answer: null, trouble: null });
  useEffect(() => {
    const gone = new AbortController();
    request<Answer>("GET", path, { signal: gone.signal }).then(
      (answer) => setHeld({ answer, trouble: null }),
      (error: unknown) => {
        if (!gone.signal.aborted)
          setHeld({ answer: null, trouble: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => gone.abort();
  }, [path]);
  return held;
}
