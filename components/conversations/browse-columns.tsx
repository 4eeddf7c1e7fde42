import { createColumnHelper } from "@tanstack/react-table";
import type { Features } from "#components/data-table/table-features.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import type { ColumnId } from "./column-choice.ts";
import { Initials, Question, RowCheckbox, ScoreCell, Time } from "./row-cells.tsx";
import { timeOfId } from "./time.ts";

const tracks: Readonly<Record<ColumnId, string>> = {
  culture: "156px",
  representativeness: "160px",
  distinctiveness: "160px",
  status: "112px",
  topic: "140px",
  language: "76px",
  method: "104px",
  source: "128px",
  identifier: "132px",
  decidedBy: "var(--late, 60px)",
  assignee: "104px",
  added: "80px",
  updated: "var(--late, 80px)",
};

const helper = createColumnHelper<Features, ConversationRow>();

/** The columns of Browse: the box and the question, which are always shown, then those that were chosen. */
export function browseColumns(chosen: readonly ColumnId[], hrefOf: (id: string) => string, now: number) {
  return helper.columns([
    helper.display({ id: "select", meta: { track: "40px" }, cell: ({ row }) => <RowCheckbox row={row.original} /> }),
    helper.display({
      id: "question",
      meta: { track: "minmax(160px, 1fr)" },
      cell: ({ row }) => <Question row={row.original} href={hrefOf(row.original.id)} />,
    }),
    ...chosen.map((id) =>
      helper.accessor((row) => row.id, {
        id,
        meta: { track: tracks[id] },
        cell: ({ row }) => <Cell id={id} row={row.original} now={now} />,
      }),
    ),
  ]);
}

function Cell({ id, row, now }: { id: ColumnId; row: ConversationRow; now: number }) {
  switch (id) {
    case "culture":
      return <CultureName {...row.culture} />;
    case "representativeness":
    case "distinctiveness":
      return <ScoreCell measure={id} row={row} />;
    case "status":
      return <StatusMark mark={markOf(row)} />;
    case "topic":
      return <Plain>{row.topic?.name ?? null}</Plain>;
    case "language":
      return <span className="mono">{row.language}</span>;
    case "method":
      return <Plain>{row.method ?? "import"}</Plain>;
    case "source":
      return <Plain>{row.source}</Plain>;
    case "identifier":
      return <span className="mono">{row.externalId ?? "–"}</span>;
    case "decidedBy":
      return <Initials name={row.decidedBy} />;
    case "assignee":
      return <Plain>{row.assignee?.name ?? null}</Plain>;
    case "added":
      return <Time at={timeOfId(row.id)} now={now} />;
    case "updated":
      return <Time at={Date.parse(row.updatedAt)} now={now} />;
  }
}

function Plain({ children }: { children: string | null }) {
  return children === null ? <span className="text-ink-3">–</span> : <bdi title={children}>{children}</bdi>;
}
