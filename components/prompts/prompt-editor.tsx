"use client";

import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { DiffText } from "#components/triage/diff-text.tsx";
import { wordDiff } from "#components/triage/word-diff.ts";
import { Button } from "#components/ui/button.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { useAct } from "#components/use-act.ts";
import type { PromptHistory } from "#lib/schema/prompt.ts";
import { RevisionList } from "./revision-list.tsx";
import "./prompts.css";

type Change = { kind: "revise"; text: string } | { kind: "restore"; revision: number };

/** One prompt: its wording to change, what would change, and every wording that it had. */
export function PromptEditor({
  project,
  first,
  mayEdit,
}: {
  project: string;
  first: PromptHistory;
  /** Whether it may be worded anew; else it is read only. */
  mayEdit: boolean;
}) {
  const [history, setHistory] = useState(first);
  const { prompt, revisions } = history;
  const [text, setText] = useState(prompt.text);
  const [said, setSaid] = useState<{ words: string; undo: number } | null>(null);
  const path = `/projects/${project}/prompts/${prompt.method}/${prompt.name}`;
  const { revision } = prompt;

  const run = useCallback(
    async (made: Change, idempotencyKey: string) => {
      const [end, wording] =
        made.kind === "revise" ? ["revisions", { text: made.text }] : ["restore", { revision: made.revision }];
      const body = { expectedVersion: revision, ...wording };
      const after = await request<PromptHistory>("POST", `${path}/${end}`, { body, idempotencyKey });
      setHistory(after);
      setText(after.prompt.text);
      setSaid(
        after.prompt.revision === revision
          ? null
          : {
              words: `Revision ${after.prompt.revision} holds from now on; runs that began keep theirs.`,
              undo: revision,
            },
      );
    },
    [path, revision],
  );
  const { act, busy, problem, errorOf, clear } = useAct<Change>(run);
  const reload = async () => {
    setHistory(await request<PromptHistory>("GET", path));
    clear();
  };

  const changed = text !== prompt.text;
  return (
    <section aria-labelledby={`prompt-${prompt.method}-${prompt.name}`} className="prompt">
      <h2 id={`prompt-${prompt.method}-${prompt.name}`} className="text-15">
        {prompt.title}
      </h2>
      <p className="text-12 text-ink-3">
        {prompt.methodTitle} · <span className="mono">{prompt.label}</span>
      </p>
      {mayEdit ? (
        <form
          className="mt-4"
          onSubmit={(event) => {
            event.preventDefault();
            void act({ kind: "revise", text });
          }}
        >
          <TextAreaField
            label="What the model is told"
            rows={9}
            maxLength={20_000}
            value={text}
            error={errorOf("text")}
            onChange={(event) => setText(event.currentTarget.value)}
            spellCheck
          />
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button type="submit" look="main" disabled={!changed || busy}>
              Save as revision {revision + 1}
            </Button>
            {changed ? (
              <Button onClick={() => setText(prompt.text)} disabled={busy}>
                Take the change back
              </Button>
            ) : null}
          </div>
        </form>
      ) : (
        <p className="prompt-text mt-4" dir="auto">
          {prompt.text}
        </p>
      )}
      {errorOf("text") === null ? <ProblemNote problem={problem} /> : null}
      {problem?.code === "conflict" ? (
        <Button look="bare" onClick={() => void reload()}>
          Load it again; what you wrote stays
        </Button>
      ) : null}
      {said === null ? null : (
        <p role="status" className="prompt-said">
          {said.words}{" "}
          <Button look="bare" disabled={busy} onClick={() => void act({ kind: "restore", revision: said.undo })}>
            Undo
          </Button>
        </p>
      )}
      {changed ? (
        <div className="mt-4">
          <h3 className="text-12 text-ink-3">What would change</h3>
          <div className="prompt-text">
            <DiffText parts={wordDiff(prompt.text, text, "en")} lang="en" />
          </div>
        </div>
      ) : null}
      <h3 className="mt-5 text-12 text-ink-3">Filled in before it is sent</h3>
      <dl className="prompt-names">
        {Object.entries(prompt.names).map(([name, means]) => (
          <div key={name}>
            <dt className="mono">{`{${name}}`}</dt>
            <dd>
              {means}
              {prompt.needs.includes(name) ? "; must be named" : ""}
            </dd>
          </div>
        ))}
      </dl>
      <RevisionList
        revisions={revisions}
        current={revision}
        onRestore={mayEdit ? (wanted) => void act({ kind: "restore", revision: wanted }) : null}
        busy={busy}
      />
    </section>
  );
}
