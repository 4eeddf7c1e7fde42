"use client";
import { useCallback, useMemo, useState } from "react";
import { fewestCompared, mostCompared } from "#lib/schema/compare-choices.ts";
import type { ComparedAnswer, Comparison } from "#lib/schema/comparison.ts";
import { type ColumnName, columnNames, hideInAnswer, shuffledIds } from "./blind-columns.ts";
import { cycleCulture, toggleCulture, withReference } from "./columns-shown.ts";
import type { CompareState } from "./compare-state.ts";
import { withChanges } from "./use-column-acts.ts";

/** One culture side by side with others: its name, the answer in hand, and which of how many that is. */
export interface ShownColumn {
  name: ColumnName;
  /** As it was read: what lenses are drawn from. */
  read: ComparedAnswer;
  /** As the acts of this page have left it. */
  answer: ComparedAnswer;
  place: number;
  of: number;
}

export interface ColumnsInput {
  comparison: Comparison | null;
  state: CompareState;
  change: (next: CompareState, step: "push" | "replace") => void;
  changes: Parameters<typeof withChanges>[1];
  person: string;
  /** The project keeps cultures from this reader until they have decided. */
  locked: boolean;
  /** Cultures are hidden by choice, and not revealed. */
  blind: boolean;
  /** The order is drawn, also once the names are told. */
  shuffled: boolean;
}

/** Which columns there are, in which order and under which names; and what adds, moves and steps through them. */
export function useColumns({ comparison, state, change, changes, person, locked, blind, shuffled }: ColumnsInput) {
  const [hand, setHand] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const order = useMemo(() => {
    if (comparison === null) return [];
    const wanted = state.cultures.filter((code) => comparison.shown.includes(code));
    // One alone is the reference, and others were chosen for it.
    const shown = wanted.length >= fewestCompared ? wanted : comparison.shown;
    return shuffled ? drawn(shown, `${comparison.key} ${person}`, pinned) : [...shown];
  }, [comparison, state.cultures, shuffled, pinned, person]);

  const columns = useMemo((): ShownColumn[] => {
    if (comparison === null) return [];
    const byCulture = Map.groupBy(comparison.answers, ({ culture }) => culture.code);
    const inHand = (code: string) => {
      const answers = byCulture.get(code) ?? [];
      const place = Math.min(state.answers[code] ?? 0, answers.length - 1);
      const read = answers[place];
      return read === undefined ? null : { read, place: place + 1, of: answers.length };
    };
    const isHidden = (code: string) => {
      const answer = inHand(code)?.read;
      return blind || (locked && !(answer !== undefined && withChanges(answer, changes).decidedByMe));
    };
    return columnNames(order, comparison.cultures, isHidden).flatMap((name) => {
      const found = inHand(name.code);
      if (found === null) return [];
      const answer = withChanges(found.read, changes);
      return [{ ...found, name, answer: name.hidden ? hideInAnswer(answer) : answer }];
    });
  }, [comparison, order, state.answers, changes, locked, blind]);

  const show = (cultures: readonly string[]) => change({ ...state, cultures }, "push");
  const step = useCallback(
    (code: string, by: 1 | -1) => {
      const of = columns.find(({ name }) => name.code === code)?.of ?? 1;
      const place = ((state.answers[code] ?? 0) + by + of) % of;
      change({ ...state, answers: { ...state.answers, [code]: place } }, "replace");
    },
    [columns, state, change],
  );
  const all = comparison?.cultures.map(({ code }) => code) ?? [];
  // What is wanted counts before it is read, so that a second choice does not lose the first.
  const wanted = state.cultures.filter((code) => all.includes(code));
  const chosen = wanted.length >= fewestCompared ? wanted : order;
  const coming = hand !== null && chosen.includes(hand) && !order.includes(hand);
  // While the column in hand is on its way no other takes its place: a key would decide what nobody chose.
  const current = coming ? undefined : (columns.find(({ name }) => name.code === hand) ?? columns[0]);
  return {
    columns,
    current,
    /** Cultures that answer and are not shown. */
    others: comparison?.cultures.filter(({ code }) => !order.includes(code)) ?? [],
    /** Codes of the cultures that are shown, or will be once they are read. */
    chosen,
    setHand,
    step,
    toggle: (code: string) => show(toggleCulture(chosen, code)),
    /** One more, which chance chooses where names are hidden. */
    more: () => {
      const [next] = shuffledIds(
        all.filter((code) => !chosen.includes(code)),
        `${comparison?.key} ${person}`,
      );
      if (next !== undefined && chosen.length < mostCompared) show([...chosen, next]);
    },
    refer: (code: string | undefined) => {
      if (code === undefined) return;
      if (shuffled) setPinned(code);
      else change({ ...state, cultures: withReference(chosen, code) }, "replace");
      setHand(code);
    },
    cycle: (by: 1 | -1) => {
      const base = shuffled ? drawn(chosen, `${comparison?.key} ${person}`, pinned) : chosen;
      const at = base.indexOf((coming ? hand : current?.name.code) ?? "");
      const next = cycleCulture(base, all, at, by);
      show(next);
      const place = at > 0 ? at : next.length - 1;
      setHand(next[place] ?? null);
    },
    walk: (by: 1 | -1) => {
      const at = current === undefined ? -1 : columns.indexOf(current);
      const next = columns[(at + by + columns.length) % columns.length];
      setHand(next?.name.code ?? null);
      return next?.name.code ?? null;
    },
  };
}

/** In the order of chance, save for a reference that was chosen. */
function drawn(codes: readonly string[], seed: string, pinned: string | null): string[] {
  const shuffled = shuffledIds(codes, seed);
  return pinned === null ? shuffled : withReference(shuffled, pinned);
}
