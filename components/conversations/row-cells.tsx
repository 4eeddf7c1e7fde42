"use client";
import { useContext, useMemo } from "react";
import { useRowTabIndex } from "#components/data-table/current-row.ts";
import { initialsOf } from "#components/shell/initials-of.ts";
import { intervalWords } from "#components/ui/interval-words.ts";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { tellsEnough } from "#lib/scoring/tells-enough.ts";
import { measureTitles } from "./measure-words.ts";
import { rankWords } from "./percentile-words.ts";
import { Picked, SoughtWords } from "./row-context.ts";
import { timeAgo } from "./time.ts";

/** The box that selects a row. Tab passes it by: `X` does the same for the row one is on. */
export function RowCheckbox({ row }: { row: ConversationRow }) {
  const { isPicked, onPick } = useContext(Picked);
  return (
    <label className="row-box">
      <input
        type="checkbox"
        className="checkbox"
        tabIndex={-1}
        checked={isPicked(row.id)}
        onChange={() => undefined}
        onClick={(event) => onPick(row.id, event.shiftKey)}
      />
      <span className="unseen">Select</span>
    </label>
  );
}

/** The question in its own script, as the link that opens the row; what was searched is marked in it. */
export function Question({ row, href }: { row: ConversationRow; href: string }) {
  const sought = useContext(SoughtWords);
  const marks = useMemo(() => sought?.marksOf(row.question) ?? [], [row.question, sought]);
  return (
    <a href={href} className="question" tabIndex={useRowTabIndex()} draggable={false}>
      <ScriptText lang={row.language} fit="row" as="span" marks={marks}>
        {row.question}
      </ScriptText>
    </a>
  );
}

export function ScoreCell({
  measure,
  row,
}: {
  measure: "representativeness" | "distinctiveness";
  row: ConversationRow;
}) {
  const score = row[measure];
  const label = measureTitles[measure];
  if (score === null) return <ScoreBar value={null} reason={row.unscored[measure] ?? "not computed"} label={label} />;
  const { interval, stale } = score;
  const tells = tellsEnough(score);
  const rank = tells ? rankWords(measure, score.percentile, row.culture.name) : "not enough to say";
  const told = [rank, ...(interval === null ? [] : [intervalWords(interval)]), ...(stale ? ["stale"] : [])].join(", ");
  return (
    <span className="flex items-center" title={told}>
      <ScoreBar value={score.value} label={label} interval={interval} vague={!tells} stale={stale} />
      {tells ? <span className="unseen">, {rank}</span> : null}
    </span>
  );
}

export function Initials({ name }: { name: string | null }) {
  if (name === null) return <span className="text-ink-3">–</span>;
  return (
    <span className="initials" title={name}>
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="unseen">{name}</span>
    </span>
  );
}

export function Time({ at, now }: { at: number; now: number }) {
  const moment = new Date(at);
  return (
    <time className="n text-ink-3" dateTime={moment.toISOString()} title={moment.toISOString()}>
      {timeAgo(at, now)}
    </time>
  );
}
