"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { announce } from "#components/ui/announce.ts";
import { useAct } from "#components/use-act.ts";
import { usePoll } from "#components/use-poll.ts";
import type { ModelChoice } from "#lib/schema/connection.ts";
import type { RunChanges, RunItemView, RunView } from "#lib/schema/run.ts";
import { mostStones } from "./run-matrix.ts";
import { isMoving, runStateWords } from "./run-words.ts";

/** The page is drawn anew at most so often, in milliseconds. */
const paintEvery = 250;
/** Where streams do not come through, it is asked so often instead. */
const askEvery = 2_000;

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
  const [opening, setOpening] = useState(0);
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

  const take = useCallback(
    async ({ items: changed, ...changes }: RunChanges) => {
      const before = newest.current;
      // Answers may cross on the way; an older one says nothing new.
      if (changes.tick < before.changes.tick) return;
      // Items that were just planned are no changes of items.
      const all = changed === null || before.changes.run.requested !== changes.run.requested;
      const items = all
        ? (await request<RunPage>("GET", `${path}/items?limit=${mostStones}`)).rows
        : merged(before.items, changed);
      newest.current = { changes, items };
      if (before.changes.run.state !== changes.run.state)
        announce(`Run ${changes.run.number}: ${runStateWords[changes.run.state].word}`);
      paint();
    },
    [path, paint],
  );
  /** What is heard is taken in one after the other: each is told against what was known before it. */
  const taking = useRef(Promise.resolve());
  const hear = useCallback(
    (heard: RunChanges) => {
      const taken = taking.current.then(() => take(heard));
      taking.current = taken.catch(() => undefined);
      return taken;
    },
    [take],
  );

  const { run } = held.changes;
  // A run that waits for a person may be moved on by another one.
  const follows = isMoving(run) || run.state === "paused" || run.state === "tried";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count is why it is opened again
  useEffect(() => {
    if (!follows) return;
    const source = new EventSource(`/api/v1${path}/events?after=${newest.current.changes.tick}`);
    source.onmessage = ({ data }) => {
      setStreams(true);
      // Typed on trust, as every answer of our own API is. After what could not be taken in it is heard again from before that.
      hear(JSON.parse(String(data)) as RunChanges).catch(() => setOpening((count) => count + 1));
    };
    // The browser tries again by itself; until something is heard the page asks.
    source.onerror = () => setStreams(false);
    return () => source.close();
  }, [follows, path, hear, opening]);

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
      async ({ verb, ...body }: { verb: RunVerb; code?: string; model?: ModelChoice }, idempotencyKey: string) => {
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
