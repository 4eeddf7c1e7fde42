import { type ColumnDef, createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import { useRowTabIndex } from "#components/data-table/current-row.ts";
import type { Features } from "#components/data-table/table-features.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { estimatorWords, percent, rankWords } from "./percentile-words.ts";
import { timeAgo, timeOfId } from "./time.ts";

type Measure = "representativeness" | "distinctiveness";

export interface ColumnContext {
  /** The address of a conversation's card. */
  hrefOf: (id: string) => string;
  shownDistinctiveness: "siblings" | "lexical";
  /** Milliseconds since 1970, from the server, so that both sides draw the same. */
  now: number;
}

const helper = createColumnHelper<Features, ConversationRow>();

/** The columns of Browse. `added` sorts by the time in the id, which is the order of the list itself. */
export function conversationColumns({
  hrefOf,
  shownDistinctiveness,
  now,
}: ColumnContext): ColumnDef<Features, ConversationRow, never>[] {
  const score = (measure: Measure, title: string) =>
    helper.accessor((row) => row[measure]?.value ?? null, {
      id: measure,
      header: () => (
        <span>
          <span className="flex items-center gap-1.5">
            <MeasureGlyph measure={measure} />
            {title}
          </span>
          <span className="block font-normal text-ink-3">{estimatorWords(measure, shownDistinctiveness)}</span>
        </span>
      ),
      cell: ({ row: { original } }) => <ScoreCell measure={measure} row={original} />,
    });
  return helper.columns([
    helper.accessor("question", {
      enableSorting: false,
      header: "Question",
      cell: ({ row: { original } }) => <Question row={original} href={hrefOf(original.id)} />,
    }),
    helper.accessor((row) => row.culture.name, {
      id: "culture",
      enableSorting: false,
      header: "Culture",
      cell: ({ row: { original } }) => <CultureName {...original.culture} />,
    }),
    score("representativeness", "Representative"),
    score("distinctiveness", "Distinctive"),
    helper.accessor("status", {
      enableSorting: false,
      header: "Status",
      cell: ({ row: { original } }) => <StatusMark mark={markOf(original)} />,
    }),
    helper.accessor((row) => timeOfId(row.id), {
      id: "added",
      header: "Added",
      cell: ({ getValue }) => <Time at={getValue()} now={now} />,
    }),
    helper.accessor("updatedAt", {
      enableSorting: false,
      header: "Updated",
      cell: ({ getValue }) => <Time at={Date.parse(getValue())} now={now} />,
    }),
  ]) as ColumnDef<Features, ConversationRow, never>[];
}

function Question({ row, href }: { row: ConversationRow; href: string }) {
  return (
    <Link href={href} prefetch={false} className="question" tabIndex={useRowTabIndex()}>
      <ScriptText lang={row.language} fit="row" as="span">
        {row.question}
      </ScriptText>
    </Link>
  );
}

function ScoreCell({ measure, row }: { measure: Measure; row: ConversationRow }) {
  const score = row[measure];
  const label = measure === "representativeness" ? "Representative" : "Distinctive";
  if (score === null) return <ScoreBar value={null} reason="Not computed; the card says why." label={label} />;
  return (
    <span className="flex items-center gap-2" title={rankWords(measure, score.percentile, row.culture.name)}>
      <ScoreBar value={score.value} label={label} />
      <span className="rank n" aria-hidden="true">
        {percent(score.percentile)}
      </span>
      <span className="unseen">{rankWords(measure, score.percentile, row.culture.name)}</span>
    </span>
  );
}

function Time({ at, now }: { at: number; now: number }) {
  const moment = new Date(at);
  return (
    <time className="n text-ink-3" dateTime={moment.toISOString()} title={moment.toISOString()}>
      {timeAgo(at, now)}
    </time>
  );
}
