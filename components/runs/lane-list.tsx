"use client";

import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { usePoll } from "#components/use-poll.ts";
import type { RunLane, RunView } from "#lib/schema/run.ts";
import { laneWords } from "./run-words.ts";

/** Lanes are asked for so often, in milliseconds: they change without the run changing. */
const askEvery = 2_000;

/** The connections of a run while it may go on: places taken, what waits, and for what. */
export function LaneList({ project, run }: { project: string; run: RunView }) {
  const [rows, setRows] = useState<RunLane[] | null>(null);
  const path = `/projects/${project}/runs/${run.id}/lanes`;
  const ask = useCallback(
    async (signal: AbortSignal) => setRows((await request<{ rows: RunLane[] }>("GET", path, { signal })).rows),
    [path],
  );
  usePoll(true, ask, askEvery);
  return (
    <section aria-labelledby="lanes">
      <h2 id="lanes" className="mb-2 text-15">
        Lanes
      </h2>
      {rows === null ? <p className="text-ink-3">On their way.</p> : null}
      {rows?.length === 0 ? <p className="text-ink-3">Its connections are not there any more.</p> : null}
      {rows === null || rows.length === 0 ? null : (
        <ul className="border-t border-edge">
          {rows.map((lane) => (
            <Lane key={lane.connection} lane={lane} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Lane({ lane }: { lane: RunLane }) {
  const { mark, words } = laneWords(lane);
  const limits = [
    lane.requestsPerMinute === null ? null : `${formatCount(lane.requestsPerMinute)} requests`,
    lane.tokensPerMinute === null ? null : `${formatCount(lane.tokensPerMinute)} tokens`,
  ].filter((limit) => limit !== null);
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">
          <bdi>{lane.connection}</bdi>
        </h3>
        <span className="n text-ink-2">
          {formatCount(lane.used)} of {formatCount(lane.places)} places
        </span>
      </div>
      <StatusMark mark={mark}>{words}</StatusMark>
      <p className="text-12/4.5 text-ink-3 [overflow-wrap:anywhere]">
        <bdi>{lane.models.join(", ")}</bdi>
        {limits.length === 0 ? "" : ` · at most ${limits.join(" and ")} a minute`}
        {lane.waiting > 0 ? ` · ${formatCount(lane.waiting)} waiting` : ""}
        {lane.places < lane.most ? ` · narrowed from ${formatCount(lane.most)}` : ""}
      </p>
    </li>
  );
}
