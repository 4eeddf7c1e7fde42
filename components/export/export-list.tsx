"use client";

import { useCallback, useEffect, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { announce } from "#components/ui/announce.ts";
import { Day } from "#components/ui/day.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatBytes } from "#components/ui/format-bytes.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { plural } from "#components/ui/plural.ts";
import { Progress } from "#components/ui/progress.tsx";
import { usePoll } from "#components/use-poll.ts";
import { exportFileNames } from "#lib/export/export-file-names.ts";
import type { ExportView } from "#lib/schema/export.ts";
import { exportFormats } from "./export-words.ts";
import { filterWords } from "./filter-words.ts";

/** The exports of the project, newest first; those being written tell how far they are. */
export function ExportList({ project, exports: given }: { project: string; exports: readonly ExportView[] }) {
  const [exports, setExports] = useState(given);
  useEffect(() => setExports(given), [given]);
  const writing = exports.some(({ state }) => state === "queued" || state === "writing");
  const unheard = usePoll(
    writing,
    useCallback(
      async (signal) => {
        const { rows } = await request<{ rows: ExportView[] }>("GET", `/projects/${project}/exports`, { signal });
        setExports(rows);
        if (rows.every(({ state }) => state === "ready" || state === "failed")) announce("The export is written");
      },
      [project],
    ),
  );
  if (exports.length === 0)
    return <EmptyState>Nothing here yet. Choose a format; the files then wait here for download.</EmptyState>;
  return (
    <>
      <ProblemNote problem={unheard} />
      <ul className="border-t border-edge">
        {exports.map((item) => (
          <li key={item.id} className="border-b border-line py-3">
            <ExportEntry project={project} item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ExportEntry({ project, item }: { project: string; item: ExportView }) {
  const words = filterWords(item.filter);
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-medium">{exportFormats[item.format].name}</h3>
        <span className="text-12 text-ink-3">
          <Day at={item.createdAt} />
          {words.length === 0 ? ", all" : `, ${words.join(", ")}`}
        </span>
      </div>
      {item.state === "ready" ? (
        <>
          <p className="mt-1">
            {plural(item.rows ?? 0, "row")}
            {item.leftOut === null || item.leftOut === 0 ? "" : `, ${formatCount(item.leftOut)} left out`}
            {item.eventNumber === null ? "" : `, as of event ${formatCount(item.eventNumber)}`}
          </p>
          {item.leftOutReasons.length + item.findings.length > 0 ? (
            <ul className="mt-1 text-12 text-ink-3">
              {item.leftOutReasons.map(({ reason, count }) => (
                <li key={reason}>
                  {formatCount(count)} left out: {reason}
                </li>
              ))}
              {item.findings.map(({ severity, message, count }) => (
                <li key={message} className={severity === "error" ? "text-cinnabar" : undefined}>
                  {severity === "error" ? "Unfit" : "Look"}: {message}
                  {count > 1 ? ` (${formatCount(count)} lines)` : ""}
                </li>
              ))}
            </ul>
          ) : null}
          <ul className="mt-2 space-y-1.5">
            {item.files.map((file) => (
              <li key={file.name}>
                <div className="flex flex-wrap items-baseline gap-x-3">
                  <FileLink project={project} id={item.id} name={file.name} />
                  <span className="text-12 text-ink-3">{formatBytes(file.bytes)}</span>
                </div>
                <p className="mono break-all text-11! text-ink-3">
                  <span className="unseen">SHA-256 </span>
                  {file.sha256}
                </p>
              </li>
            ))}
            <li>
              <FileLink project={project} id={item.id} name={exportFileNames(project, item.format).manifest} />
              <p className="text-12 text-ink-3">
                The filter, the counts, what was left out and why, and the SHA-256 of each file.
              </p>
            </li>
          </ul>
        </>
      ) : item.state === "failed" ? (
        <div className="mt-2">
          <Note trouble>{item.problem ?? "The export failed. Start it again."}</Note>
        </div>
      ) : (
        <div className="mt-2">
          <Progress
            label={`Writing ${exportFormats[item.format].name}`}
            done={item.done}
            total={item.total}
            unit={item.state === "queued" ? "rows, waiting for a worker" : "rows written"}
          />
        </div>
      )}
    </>
  );
}

function FileLink({ project, id, name }: { project: string; id: string; name: string }) {
  return (
    <a
      className="inline-block py-1 font-mono text-12 [overflow-wrap:anywhere]"
      href={`/api/v1/projects/${project}/exports/${id}/files/${encodeURIComponent(name)}`}
      download={name}
    >
      {name}
    </a>
  );
}
