"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { useAct } from "#components/use-act.ts";
import { exportFormatNames, oneOf } from "#lib/schema/choices.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { ExportFormat, ExportView } from "#lib/schema/export.ts";
import type { ProjectKind } from "#lib/schema/project.ts";
import { exportFormats } from "./export-words.ts";
import { filterWords } from "./filter-words.ts";

/** Which conversations, in which format; then the export is written by a worker. */
export function NewExport({
  project,
  kind,
  filter,
  matching,
}: {
  project: string;
  kind: ProjectKind;
  filter: ConversationFilter;
  matching: number;
}) {
  const router = useRouter();
  const { act, busy, problem } = useAct(
    useCallback(
      async (
        body: { format: ExportFormat; filter: ConversationFilter; includeSamples: boolean },
        idempotencyKey: string,
      ) => {
        await request<ExportView>("POST", `/projects/${project}/exports`, { body, idempotencyKey });
        router.refresh();
      },
      [project, router],
    ),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void act({
      format: oneOf(exportFormatNames, fields.get("format")) ?? "openai-chat",
      filter,
      includeSamples: fields.has("includeSamples"),
    });
  };
  const words = filterWords(filter);
  return (
    <form onSubmit={submit}>
      <h2 className="mb-2 text-15">What</h2>
      <div className="mb-6 flex flex-wrap items-center gap-2">
        <span>
          <span className="n font-medium">{formatCount(matching)}</span>{" "}
          {matching === 1 ? "conversation" : "conversations"}:
        </span>
        {words.length === 0 ? <Chip>all</Chip> : words.map((word) => <Chip key={word}>{word}</Chip>)}
      </div>
      <fieldset>
        <legend className="mb-2 text-15 font-semibold">Format</legend>
        <div className="border-t border-edge">
          {exportFormatNames
            .toSorted((a, b) => order(a) - order(b))
            .map((format) => (
              <label
                key={format}
                className="grid cursor-pointer grid-cols-[16px_minmax(0,1fr)] gap-x-3 border-b border-line py-3 has-checked:bg-wash small:px-3"
              >
                <input
                  type="radio"
                  className="radio mt-0.5"
                  name="format"
                  value={format}
                  defaultChecked={format === "openai-chat"}
                />
                <span>
                  <span className="font-medium">{exportFormats[format].name}</span>
                  <span className="block text-ink-2">{codes(exportFormats[format].what)}</span>
                  <span className="block text-12/4.5 text-ink-3">{exportFormats[format].without}</span>
                </span>
              </label>
            ))}
        </div>
      </fieldset>
      <div className="mt-4 space-y-3">
        {kind === "work" ? null : (
          <CheckField
            name="includeSamples"
            required
            label={kind === "practice" ? "Export practice conversations" : "Export sample conversations"}
            hint="They were written for Tessera to learn on, and do not belong in training data. The manifest says what they are."
          />
        )}
        <ProblemNote problem={problem} />
        {matching === 0 ? (
          <p className="text-ink-2">
            Nothing matches. Accept some conversations in Triage, or choose others in Browse and export them from there.
          </p>
        ) : null}
        <Button look="main" type="submit" busy={busy} disabled={matching === 0}>
          Export {formatCount(matching)}
        </Button>
      </div>
    </form>
  );
}

const shown: readonly ExportFormat[] = ["openai-chat", "trl", "sharegpt", "alpaca", "tessera"];
const order = (format: ExportFormat) => shown.indexOf(format);

/** Words between backquotes are names in the file. */
function codes(text: string) {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed sentence
      <code key={index} className="mono">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
