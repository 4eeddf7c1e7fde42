"use client";

import { useCallback, useEffect, useState } from "react";
import { request } from "#components/api-client.ts";
import { usePoll } from "#components/use-poll.ts";
import { runsWords } from "./runs-words.ts";
import type { RunUnderWay } from "./shell-props.ts";

/** How often the rail asks while a run is under way, in milliseconds. */
const askEvery = 5_000;

/** What the rail tells of runs under way; it asks while there are any, and learns of new ones with the page. */
export function useRunsUnderWay(slug: string, given: readonly RunUnderWay[]): ReturnType<typeof runsWords> {
  const [runs, setRuns] = useState(given);
  useEffect(() => setRuns(given), [given]);
  usePoll(
    runs.length > 0,
    useCallback(
      async (signal) => {
        const path = `/projects/${slug}/runs?underWay=true`;
        setRuns((await request<{ rows: RunUnderWay[] }>("GET", path, { signal })).rows);
      },
      [slug],
    ),
    askEvery,
  );
  return runsWords(runs);
}
