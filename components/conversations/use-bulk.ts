"use client";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { usePoll } from "#components/use-poll.ts";
import type { BulkAct, BulkSet, BulkView, Undone } from "#lib/schema/bulk.ts";
import type { HistoryEntry } from "#lib/schema/conversation-view.ts";

const settled: ReadonlySet<BulkView["state"]> = new Set(["prepared", "done", "undone"]);

/**
 * One act on many after another: prepared, so that its effect can be read; begun; followed while it runs; and taken back in
 * one step. The last one stays until the next is prepared. `onSettled` hears when rows have changed.
 */
export function useBulk(base: string, onSettled: (view: BulkView) => void) {
  /** Prepared, and not yet begun. */
  const [ready, setReady] = useState<BulkView | null>(null);
  /** Begun, or done, or taken back. */
  const [last, setLast] = useState<BulkView | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const running = last !== null && !settled.has(last.state);

  const attempt = async (step: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await step();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const take = useCallback(
    (view: BulkView) => {
      setLast(view);
      if (!settled.has(view.state)) return;
      onSettled(view);
    },
    [onSettled],
  );
  const id = last?.id;
  const lostTrack = usePoll(
    running,
    useCallback(
      async (signal) => {
        const view = await request<BulkView>("GET", `${base}/bulk/${id}`, { signal });
        if (settled.has(view.state)) take(view);
        else setLast(view);
      },
      [base, id, take],
    ),
  );

  return {
    ready,
    last,
    running,
    busy,
    trouble: trouble ?? lostTrack?.message ?? null,
    prepare: (set: BulkSet, act: BulkAct) =>
      attempt(async () => setReady(await request<BulkView>("POST", `${base}/bulk`, { body: { set, act } }))),
    cancel: () => {
      setReady(null);
      setTrouble(null);
    },
    start: () =>
      attempt(async () => {
        if (ready === null) return;
        const view = await request<BulkView>("POST", `${base}/bulk/${ready.id}/start`);
        setReady(null);
        take(view);
      }),
    undo: () =>
      attempt(async () => {
        if (last === null) return;
        // The act's own event: something else may have been done since.
        const { rows } = await request<{ rows: HistoryEntry[] }>("GET", `${base}/history?limit=50`);
        const event = rows.find(({ bulk }) => bulk?.id === last.id)?.event;
        const undone = await request<Undone>("POST", `${base}/undo`, {
          body: { direction: "undo", ...(event === undefined ? {} : { event }) },
        });
        if ("bulk" in undone) take(undone.bulk);
      }),
    forget: () => setLast(null),
  };
}
export type Bulk = ReturnType<typeof useBulk>;
