"use client";

import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { type Mark, StatusMark } from "#components/ui/status-mark.tsx";
import { useAct } from "#components/use-act.ts";
import { useAnswer } from "#components/use-answer.ts";
import type { AttemptView } from "#lib/schema/run.ts";
import { causeWords, dollars } from "./run-words.ts";
import { useFresh } from "./use-fresh.ts";

interface CallPage {
  rows: AttemptView[];
  next: string | null;
}

const marks: Record<AttemptView["state"], { mark: Mark; word: string }> = {
  sent: { mark: "running", word: "in flight" },
  ok: { mark: "accepted", word: "answered" },
  refused: { mark: "refused", word: "refused" },
  truncated: { mark: "flagged", word: "cut short" },
  invalid: { mark: "flagged", word: "not in form" },
  blocked: { mark: "refused", word: "held back" },
  failed: { mark: "rejected", word: "failed" },
  lost: { mark: "rejected", word: "not heard" },
};

/** The calls of a run or of one of its items, the newest first; what was said is loaded when one is opened. */
export function CallList({
  project,
  run,
  item,
  calls,
}: {
  project: string;
  run: string;
  item: string | null;
  /** Another value tells that there may be other calls. */
  calls: number | string;
}) {
  const path = `/projects/${project}/runs/${run}/attempts`;
  const of = item === null ? "" : `item=${item}`;
  const newest = useFresh<CallPage>(`${path}${of === "" ? "" : `?${of}`}`, calls);
  const [older, setOlder] = useState<CallPage | null>(null);
  const more = useAct(
    useCallback(
      async (cursor: string) => {
        const page = await request<CallPage>("GET", `${path}?${of === "" ? "" : `${of}&`}cursor=${cursor}`);
        setOlder((before) => ({ rows: [...(before?.rows ?? []), ...page.rows], next: page.next }));
      },
      [path, of],
    ),
  );
  if (newest === null) return <p className="text-ink-3">Calls are on their way.</p>;
  const known = new Map([...newest.rows, ...(older?.rows ?? [])].map((call) => [call.id, call]));
  const rows = [...known.values()].sort((one, other) => (one.id < other.id ? 1 : -1));
  const next = older === null ? newest.next : older.next;
  if (rows.length === 0) return <p className="text-ink-3">No call was made yet.</p>;
  return (
    <>
      <ul className="border-t border-edge">
        {rows.map((call) => (
          <Call key={call.id} path={path} call={call} />
        ))}
      </ul>
      {next === null ? null : (
        <Button className="mt-3" busy={more.busy} onClick={() => void more.act(next)}>
          Older calls
        </Button>
      )}
    </>
  );
}

function Call({ path, call }: { path: string; call: AttemptView }) {
  const [open, setOpen] = useState(false);
  const { mark, word } = marks[call.state];
  const tokens = (call.tokens.input ?? 0) + (call.tokens.output ?? 0);
  const facts = [
    call.number > 1 ? `attempt ${call.number}` : null,
    call.latency === null ? null : `${formatCount(call.latency)} ms`,
    tokens === 0 ? null : `${formatCount(tokens)} tokens`,
    call.cost === null ? null : dollars(call.cost),
  ].filter((fact) => fact !== null);
  return (
    <li className="border-b border-line py-1">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="py-1">
          <span className="inline-flex flex-wrap items-center gap-x-4">
            <StatusMark mark={mark}>{word}</StatusMark>
            <span>
              <bdi className="font-mono">{call.repliedModel ?? call.model}</bdi> by <bdi>{call.connection}</bdi>
            </span>
            <span className="text-12 text-ink-3">{facts.join(", ")}</span>
            {call.code === null ? null : <span className="text-12 text-ink-2">{causeWords(call.code)}</span>}
          </span>
        </summary>
        {open ? <Said path={`${path}/${call.id}`} /> : null}
      </details>
    </li>
  );
}

function Said({ path }: { path: string }) {
  const { answer, trouble } = useAnswer<AttemptView>(path);
  if (trouble !== null) return <p className="text-cinnabar">{trouble}</p>;
  if (answer === null) return <p className="text-ink-3">On its way.</p>;
  return (
    <div className="run-said">
      <h3>
        Request, template <bdi>{answer.prompt}</bdi> <bdi className="font-mono">{answer.promptRevision}</bdi>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable */}
      <pre tabIndex={0} dir="auto">
        {JSON.stringify(answer.request, null, 2)}
      </pre>
      <h3>Reply</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable */}
      <pre tabIndex={0} dir="auto">
        {answer.reply === null || answer.reply === "" ? "Nothing was heard." : answer.reply}
      </pre>
    </div>
  );
}
