"use client";
import { useEffect, useId, useRef, useState } from "react";
import ResultLine from "#components/conversations/result-line.tsx";
import { useBulk } from "#components/conversations/use-bulk.ts";
import { Button } from "#components/ui/button.tsx";
import { formatScore } from "#components/ui/format-score.ts";
import { Note } from "#components/ui/note.tsx";
import { plural } from "#components/ui/plural.ts";
import { Select } from "#components/ui/select.tsx";
import type { BulkView } from "#lib/schema/bulk.ts";
import { copiedFrom } from "#lib/schema/compare-choices.ts";
import type { ComparedAnswer } from "#lib/schema/comparison.ts";
import type { ColumnName } from "./blind-columns.ts";

type Copies = readonly { name: ColumnName; answer: ComparedAnswer }[];

/**
 * Answers of different cultures that say the same, and one act for them: one is accepted and the others are rejected, as one
 * step that is taken back as one.
 */
export function CopiesNote({
  base,
  columns,
  mayAct,
  onChanged,
}: {
  base: string;
  /** Of one group of copies; none where there is none. */
  columns: Copies;
  mayAct: boolean;
  onChanged: () => void;
}) {
  const bulk = useBulk(base, onChanged);
  const id = useId();
  const [kept, setKept] = useState<string | null>(null);
  const started = useRef<string | null>(null);
  const keep = columns.find(({ answer }) => answer.id === kept) ?? columns[0];
  const others = columns.filter((column) => column !== keep);

  // The act is shown by the button itself, so what is prepared begins at once.
  const { ready, start } = bulk;
  useEffect(() => {
    if (ready === null || started.current === ready.id) return;
    started.current = ready.id;
    void start();
  }, [ready, start]);

  function act() {
    if (keep === undefined) return;
    const rows = columns.map(({ answer }) => ({ id: answer.id, version: answer.version }));
    void bulk.prepare(
      { kind: "rows", rows },
      { kind: "decide", decision: "reject", reason: "other-culture", keep: keep.answer.id },
    );
  }

  const stands = (view: BulkView | null) => view !== null && view.state !== "undone";
  const asks = keep !== undefined && others.length > 0 && !stands(bulk.last);
  if (!asks && bulk.last === null) return null;
  return (
    <div className="compare-copies">
      {asks ? (
        <Note trouble>
          <div className="compare-copied">
            <p id={id}>
              <b>Copied across cultures?</b> <Names columns={columns} /> say the same, word for word or nearly (likeness
              from <span className="n">{formatScore(copiedFrom)}</span>).
            </p>
            {mayAct ? (
              <>
                <Select
                  aria-label="Whose answer to keep"
                  value={keep.answer.id}
                  onChange={(event) => setKept(event.currentTarget.value)}
                  options={columns.map(({ name, answer }) => ({ value: answer.id, label: `Keep ${name.name}` }))}
                />
                <Button busy={bulk.busy} aria-describedby={id} onClick={act}>
                  Accept it, reject {plural(others.length, "other")}
                </Button>
              </>
            ) : (
              <span>To decide them together needs the role of a curator.</span>
            )}
            {bulk.trouble === null ? null : (
              <span role="alert" className="text-cinnabar">
                {bulk.trouble}
              </span>
            )}
          </div>
        </Note>
      ) : null}
      {bulk.last === null ? null : (
        <ResultLine
          view={bulk.last}
          busy={bulk.busy}
          trouble={bulk.trouble}
          onView={onChanged}
          onUndo={() => void bulk.undo()}
        />
      )}
    </div>
  );
}

function Names({ columns }: { columns: Copies }) {
  return columns.map(({ name, answer }, at) => (
    <span key={answer.id}>
      {at === 0 ? "" : at === columns.length - 1 ? " and " : ", "}
      <bdi>{name.name}</bdi>
    </span>
  ));
}
