"use client";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import BulkBar from "#components/conversations/bulk-bar.tsx";
import { bulkSet } from "#components/conversations/bulk-set.ts";
import { toFilter } from "#components/conversations/filter-state.ts";
import ResultLine from "#components/conversations/result-line.tsx";
import {
  countSelected,
  isSelected,
  nothingSelected,
  type Selection,
  toggleRow,
} from "#components/conversations/selection.ts";
import { useBulk } from "#components/conversations/use-bulk.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import type { BulkAct } from "#lib/schema/bulk.ts";
import type { LeakPage, NearConversation } from "#lib/schema/leak.ts";
import { LeakItem } from "./leak-item.tsx";
import { type LeakState, leaksFilter, leaksInBrowse, leaksSearch } from "./leak-state.ts";
import { leakFinding } from "./leak-words.ts";
import "./leaks.css";

const rejectCopies: BulkAct = { kind: "decide", decision: "reject", note: "A near copy of it is kept." };

/** The list, more of it on demand, and acts on what is selected, each shown first and taken back in one step. */
export function LeakList({
  project,
  mayAct,
  state,
  first,
}: {
  project: string;
  mayAct: boolean;
  state: LeakState;
  first: LeakPage;
}) {
  const base = `/projects/${encodeURIComponent(project)}`;
  const { kind } = state;
  const [page, setPage] = useState(first);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [reading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const read = useCallback(
    async (cursor: string | null) => {
      setReading(true);
      try {
        const query = new URLSearchParams({ ...leaksSearch(state), ...(cursor === null ? {} : { cursor }) });
        const next = await request<LeakPage>("GET", `${base}/leaks?${query}`);
        setTrouble(null);
        if (cursor === null) {
          setPage(next);
          setSelection(nothingSelected);
        } else setPage((held) => ({ ...held, rows: [...held.rows, ...next.rows], next: next.next }));
      } catch (error) {
        setTrouble(error instanceof Error ? error.message : String(error));
      } finally {
        setReading(false);
      }
    },
    [base, state],
  );
  const bulk = useBulk(
    base,
    useCallback(() => void read(null), [read]),
  );

  const total = page.total ?? page.rows.length;
  const spare = page.spare ?? 0;
  const count = countSelected(selection, total);
  const filter = leaksFilter(state);
  const keep = (others: readonly NearConversation[]) =>
    bulk.prepare({ kind: "rows", rows: others.map(({ id, version }) => ({ id, version })) }, rejectCopies);
  const prepare = (act: BulkAct) => bulk.prepare(bulkSet(selection, page.rows, filter), act);
  const acts = count > 0 || bulk.ready !== null;
  return (
    <section className="leaks" aria-labelledby="finding">
      <div className="leaks-head">
        <h2 id="finding" className="text-15">
          {leakFinding(kind, total)}
        </h2>
        {total === 0 ? null : (
          <ButtonLink href={`${base}/browse?${leaksInBrowse(state)}`} look="bare">
            Open in Browse
          </ButtonLink>
        )}
        {kind === "leaks" && mayAct && total > 0 && selection.kind === "rows" ? (
          <Button onClick={() => setSelection({ kind: "matching", except: new Set() })}>
            Select all {formatCount(total)}
          </Button>
        ) : null}
        {kind === "copies" && mayAct && spare > 0 ? (
          <Button
            busy={bulk.busy}
            onClick={() => bulk.prepare({ kind: "matching", filter: toFilter(filter), except: [] }, rejectCopies)}
          >
            Keep one of each, reject {formatCount(spare)}
          </Button>
        ) : null}
      </div>
      {bulk.last === null ? null : (
        <ResultLine
          view={bulk.last}
          busy={bulk.busy}
          trouble={bulk.trouble}
          onView={() => window.location.assign(`${base}/browse?leftBy=${bulk.last?.id ?? ""}`)}
          onUndo={bulk.undo}
        />
      )}
      {trouble === null ? null : (
        <Note trouble role="alert">
          {trouble}
        </Note>
      )}
      <ul className="leak-list" aria-label={kind === "leaks" ? "Shared with other cultures" : "Near copies"}>
        {page.rows.map((leak) => (
          <LeakItem
            key={leak.id}
            project={project}
            kind={kind}
            leak={leak}
            selected={kind === "leaks" && isSelected(selection, leak.id)}
            mayAct={mayAct}
            onSelect={() => setSelection(toggleRow(selection, leak.id))}
            onKeep={keep}
          />
        ))}
      </ul>
      {page.next === null ? null : (
        <p>
          <Button busy={reading} onClick={() => void read(page.next)}>
            Show more
          </Button>{" "}
          <span className="text-ink-3">
            {formatCount(page.rows.length)} of {formatCount(total)}
          </span>
        </p>
      )}
      {acts ? (
        <div className="leaks-bar">
          <BulkBar
            project={project}
            count={count}
            matching={selection.kind === "rows" && total > page.rows.length ? total : null}
            mayAct={mayAct}
            exportHref={null}
            compared={null}
            bulk={bulk}
            onAll={() => setSelection({ kind: "matching", except: new Set() })}
            onClear={() => setSelection(nothingSelected)}
            onAct={prepare}
          />
        </div>
      ) : bulk.trouble !== null && bulk.last === null ? (
        <Note trouble role="alert">
          {bulk.trouble}
        </Note>
      ) : null}
    </section>
  );
}
