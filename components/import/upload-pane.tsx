"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, type FormEvent, useRef, useState } from "react";
import { ApiProblem } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { formatBytes } from "#components/ui/format-bytes.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { stonePath } from "#components/ui/stone-path.ts";
import { StoneStrip } from "#components/ui/stone-strip.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { importLimits } from "#lib/schema/limits.ts";
import { sendFile } from "./send-file.ts";

const gigabytes = (bytes: number) => `${bytes / 1024 ** 3} GB`;
const bed = Array.from({ length: 8 * 60 }, (_, index) =>
  stonePath((index % 60) * 24 + 11, Math.floor(index / 60) * 24 + 15, 2),
).join("");

/** Drop a file, choose one, or paste text. */
export function UploadPane({ project }: { project: string }) {
  const router = useRouter();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; sent: number; bytes: number } | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const stop = useRef<AbortController | null>(null);

  const send = async (file: File) => {
    if (sending !== null) return;
    setProblem(null);
    if (file.size > importLimits.fileBytes) {
      setProblem(
        new ApiProblem(
          0,
          "too_large",
          `${file.name} has ${formatBytes(file.size)}; the limit is ${gigabytes(importLimits.fileBytes)}. Split it, or compress it with gzip.`,
        ),
      );
      return;
    }
    const controller = new AbortController();
    stop.current = controller;
    setSending({ name: file.name, sent: 0, bytes: file.size });
    try {
      const made = await sendFile(
        project,
        file,
        (sent) => setSending({ name: file.name, sent, bytes: file.size }),
        controller.signal,
      );
      router.push(`/projects/${project}/import/${made.id}`);
    } catch (error) {
      setSending(null);
      if (error instanceof ApiProblem && error.code !== "aborted") setProblem(error);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void send(file);
  };
  const paste = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "");
    if (text.trim() !== "") void send(new File([text], "pasted.txt", { type: "text/plain" }));
  };

  return (
    <section aria-labelledby="upload" className="min-w-0 p-4 small:p-5">
      <h2 id="upload" className="mb-3">
        A file
      </h2>
      {sending === null ? (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same */}
          <div
            className={classNames(
              "relative grid h-50 place-items-center overflow-hidden border",
              over ? "border-lapis bg-wash" : "border-line bg-sunk",
            )}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <svg
              className="stones absolute inset-0"
              width="1440"
              height="200"
              viewBox="0 0 1440 200"
              aria-hidden="true"
            >
              <path className="dot" d={bed} />
            </svg>
            <label className="button main relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-lapis">
              Choose a file, or drop it here
              <input
                type="file"
                className="unseen"
                onChange={(event) => {
                  const file = event.target.files?.[0];
                  if (file) void send(file);
                  event.target.value = "";
                }}
              />
            </label>
          </div>
          {/* Three lines whichever face is here first, so that nothing below moves when the own one comes. */}
          <p className="mt-2 min-h-[3lh] text-12/4.5 text-ink-3">
            JSON lines, a JSON array or CSV, also compressed with gzip; UTF-8. Up to {gigabytes(importLimits.fileBytes)}
            , {formatCount(importLimits.rows)} rows, {formatBytes(importLimits.lineBytes)} a row. Nothing enters the
            project before you have seen it.
          </p>
          <div className="mt-3">
            <ProblemNote problem={problem} />
          </div>
          <details className="mt-4">
            <summary className="text-lapis">Paste text instead</summary>
            <form className="mt-2 space-y-2" onSubmit={paste}>
              <TextAreaField
                label="Rows"
                name="text"
                rows={6}
                className="font-mono text-12"
                spellCheck={false}
                required
                hint="As they would stand in the file."
              />
              <Button type="submit">Read the text</Button>
            </form>
          </details>
        </>
      ) : (
        <div className="flex h-50 flex-col items-start justify-center gap-3 border border-line bg-sunk px-5">
          <p className="font-medium [overflow-wrap:anywhere]" dir="auto">
            {sending.name}
          </p>
          <div
            role="progressbar"
            aria-label="Upload"
            aria-valuemin={0}
            aria-valuemax={sending.bytes}
            aria-valuenow={sending.sent}
            aria-valuetext={`${formatBytes(sending.sent)} of ${formatBytes(sending.bytes)}`}
            className="flex flex-wrap items-center gap-3"
          >
            <StoneStrip
              label=""
              parts={[
                { state: "accepted", count: Math.min(sending.sent, sending.bytes), word: "sent" },
                { state: "pending", count: Math.max(0, sending.bytes - sending.sent), word: "to come" },
              ]}
            />
            <span className="n">
              {formatBytes(sending.sent)} of {formatBytes(sending.bytes)}
            </span>
          </div>
          <Button onClick={() => stop.current?.abort()}>Stop the upload</Button>
        </div>
      )}
    </section>
  );
}
