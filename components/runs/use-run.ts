"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { announce } from "#components/ui/announce.ts";
import { useAct } from "#components/use-act.ts";
import { usePoll } from "#components/use-poll.ts";
import type { RunChanges, RunItemView, RunView } from "#lib/schema/run.ts";
import { mostStones } from "./run-matrix.ts";
import { isMoving, runStateWords } from "./run-words.ts";

/** The page is drawn anew at most so often, in milliseconds. */
const paintEvery = 250;
/** Where streams do not come through, it is asked so often instead. */
const askEvery = 2_000;
/** A stream that fails so often before anything is heard is given up. */
const patience = 3;

interface RunPage {
  rows: RunItemView[];
  next: number | null;
}

/** What the page holds of a run. */
export interface RunInHand {
  changes: Omit<RunChanges, "items">;
  items: readonly RunItemView[];
}

export type RunVerb = "pause" | "resume" | "cancel" | "retry";

/**
 * One run as it goes, and what may be done to it. It hears of changes by a stream, or where none comes through by asking every
 * two seconds; what it hears is put together and painted at most four times a second.
 */
export function useRun(project: string, first: RunInHand) {
  const [held, setHeld] = useState(first);
  const [streams, setStreams] = useState(true);
  const id = first.changes.run.id;
  const path = `/projects/${project}/runs/${id}`;
  /** The newest that was heard; `held` follows it. */
  const newest = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const paintedAt = useRef(0);

  const paint = useCallback(() => {
    if (timer.current !== null) return;
    const wait = Math.max(0, paintedAt.current + paintEvery - performance.now());
    timer.current = setTimeout(() => {
      timer.current = null;
      paintedAt.current = performance.now();
      setHeld(newest.current);
    }, wait);
  }, []);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );

  const hear = useCallback(
    async (heard: RunChanges) => {
      const { items: changed, ...changes } = heard;
      // Answers may cross on the way; an older one says nothing new.
      if (changes.tick < newest.current.changes.tick) return;
      const before = newest.current.changes.run;
      const items =
        // Items that were just planned are no changes of items.
        changed === null || before.requested !== changes.run.requested
          ? (await request<RunPage>("GET", `${path}/items?limit=${mostStones}`)).rows
          : merged(newest.current.items, changed ?? []);
      newest.current = { changes, items };
      if (before.state !== changes.run.state)
        announce(`Run ${changes.run.number}: ${runStateWords[changes.run.state].word}`);
      paint();
    },
    [path, paint],
  );

  const { run } = held.changes;
  // A run that waits for a person may be moved on by another one.
  const follows = isMoving(run) || run.state === "paused" || run.state === "tried";
  useEffect(() => {
    if (!follows || !streams) return;
    const source = new EventSource(`/api/v1${path}/events?after=${newest.current.changes.tick}`);
    let failed = 0;
    source.onmessage = ({ data }) => {
      failed = 0;
      // Typed on trust, as every answer of our own API is: the service holds it against its schema.
      void hear(JSON.parse(String(data)) as RunChanges);
    };
    source.onerror = () => {
      failed += 1;
      if (source.readyState === EventSource.CLOSED || failed >= patience) {
        source.close();
        setStreams(false);
      }
    };
    return () => source.close();
  }, [follows, streams, path, hear]);

  const ask = useCallback(
    async (signal?: AbortSignal) => {
      const after = newest.current.changes.tick;
      await hear(await request<RunChanges>("GET", `${path}/changes?after=${after}`, signal ? { signal } : {}));
    },
    [path, hear],
  );
  const unheard = usePoll(follows && !streams, ask, askEvery);

  const turn = useAct(
    useCallback(
      async ({ verb, code }: { verb: RunVerb; code?: string }, idempotencyKey: string) => {
        const body = code === undefined ? {} : { code };
        await request<RunView>("POST", `${path}/${verb}`, { body, idempotencyKey });
        await ask();
      },
      [path, ask],
    ),
  );
  const limit = useAct(
    useCallback(
      async (
        body: { budget?: number | null; maxCalls?: number | null; concurrency?: number },
        idempotencyKey: string,
      ) => {
        const expectedVersion = newest.current.changes.run.version;
        await request<RunView>("PATCH", path, { body: { ...body, expectedVersion }, idempotencyKey });
        await ask();
      },
      [path, ask],
    ),
  );
  return { ...held, turn, limit, unheard };
}

function merged(items: readonly RunItemView[], changed: readonly RunItemView[]): readonly RunItemView[] {
  if (changed.length === 0) return items;
  const byId = new Map(changed.map((item) => [item.id, item]));
  return items.map((item) => byId.get(item.id) ?? item);
}
