"use client";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { hidingFrom } from "#components/conversations/hiding.ts";
import { remarksOf } from "#components/triage/outbox-acts.ts";
import { usePainted } from "#components/triage/use-painted.ts";
import { useScoreChoice } from "#components/triage/use-score-choice.ts";
import { nearCopies } from "#lib/curation/near-copies.ts";
import { copiedFrom, lensNames, type PreferenceKind, preferenceKinds } from "#lib/schema/compare-choices.ts";
import type { ComparedAnswer, Comparison } from "#lib/schema/comparison.ts";
import type { DecisionKind, RejectReason } from "#lib/schema/decision.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import { hasDifference, type LensColumn, lensColumns } from "./lens-texts.ts";
import { useBlind } from "./use-blind.ts";
import { useColumnActs } from "./use-column-acts.ts";
import { type ShownColumn, useColumns } from "./use-columns.ts";
import { useCompareState } from "./use-compare-state.ts";
import { useComparison } from "./use-comparison.ts";
import { usePairs } from "./use-pairs.ts";

type Mode = "read" | "rejecting" | "flagging" | "conflict";

export interface CompareDeskProps {
  project: Pick<ProjectView, "slug" | "role" | "blind" | "hideScores">;
  person: string;
  /** The address as the server read it, and the question it names. */
  query: string;
  first: Comparison;
}

/** How the desk stands: which columns or which pair, how they are looked at, and what each command does. */
export function useCompareDesk({ project, person, query, first }: CompareDeskProps) {
  const base = `/projects/${project.slug}`;
  const router = useRouter();
  const hiding = hidingFrom(project);
  const readOnly = !reaches(project.role, "annotator");
  const [state, change] = useCompareState(query, !hiding.cultures);
  const { comparison, waits, trouble, again, readAhead } = useComparison(base, first, state);
  const key = comparison?.key ?? null;
  const [mode, setMode] = useState<Mode>("read");
  const [aidsOpen, setAidsOpen] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const scores = useScoreChoice();
  const blind = useBlind(project.slug, key, hiding.cultures);
  const namesHidden = hiding.cultures || blind.hides;
  /** What pairs are judged by; null while columns are read. */
  const asked = readOnly ? null : state.asked;

  const acts = useColumnActs({
    project: project.slug,
    base,
    person,
    onJudged: () => {
      pairs.again();
    },
  });
  const shown = useColumns({
    comparison,
    state,
    change,
    changes: acts.changes,
    person,
    locked: hiding.cultures,
    blind: blind.hides,
    shuffled: hiding.cultures || blind.chosen,
  });
  const { columns, current } = shown;
  const columnOf = (id: string) => columns.find(({ answer }) => answer.id === id);
  const ids = columns.map(({ answer }) => answer.id).join(" ");
  // The same list for the same ids, so that what is made of it is not made anew.
  const answerIds = useMemo(() => (ids === "" ? [] : ids.split(" ")), [ids]);
  const pairs = usePairs(base, person, key, asked, answerIds);
  const { pair } = pairs;
  const milliseconds = usePainted(asked === null ? (current?.answer.id ?? null) : (pair?.seed ?? null));

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the question
  useEffect(() => setMode("read"), [key]);
  useEffect(() => {
    if (comparison === null) return;
    readAhead(comparison.next, state.cultures);
    readAhead(comparison.previous, state.cultures);
  }, [comparison, state.cultures, readAhead]);

  const tellsScores = (answer: ComparedAnswer) => !hiding.scores || answer.decidedByMe;
  const showsScores = (answer: ComparedAnswer) => scores.isShown(tellsScores(answer));
  const sides = pair === null ? columns : [pair.first, pair.second].flatMap((id) => columnOf(id) ?? []);
  const lens = asked === null ? state.lens : "plain";
  const reads = useStableReads(sides);
  const usual = comparison?.usual;
  const lensed = useMemo(() => lensColumns(reads, lens, usual ?? {}), [reads, lens, usual]);
  const lensOf = (at: number, answer: ComparedAnswer): LensColumn =>
    // The words that carry a score tell of it.
    lens === "evidence" && !showsScores(answer) ? noLens : (lensed[at] ?? noLens);
  const copies = useMemo(() => {
    // How high vectors of unlike texts lie differs by model, and a translation is no copy.
    if (!comparison?.likeness.computed || comparison.likeness.basis === "embedding") return [];
    return nearCopies(comparison.likeness, answerIds, copiedFrom)[0] ?? [];
  }, [comparison, answerIds]);

  const { forget } = acts;
  const reread = useCallback(() => {
    forget();
    again();
  }, [forget, again]);

  function goTo(question: string | null | undefined) {
    if (question === null || question === undefined) return;
    change({ ...state, question, answers: {} }, "push");
    scroller.current?.scrollTo({ left: 0, top: 0 });
  }

  function decide(decision: DecisionKind, reason: RejectReason | null = null, note = "") {
    setMode("read");
    if (current === undefined) return;
    const remarks = remarksOf(
      note,
      {},
      {
        order: answerIds,
        scoresHidden: !showsScores(current.answer),
        culturesHidden: current.name.hidden,
        milliseconds: milliseconds(),
      },
    );
    acts.decide(current.answer, decision, reason, remarks);
  }

  function judge(preferred: PreferenceKind) {
    const [one, other] = sides;
    if (pair === null || asked === null || key === null || one === undefined || other === undefined) return;
    pairs.judged(pair);
    acts.judge({
      question: key,
      asked,
      first: one.read,
      second: other.read,
      preferred,
      shown: {
        seed: pair.seed,
        culturesHidden: one.name.hidden || other.name.hidden,
        scoresHidden: !showsScores(one.answer) || !showsScores(other.answer),
        milliseconds: milliseconds(),
      },
    });
  }

  function undo() {
    const about = acts.undo();
    if (about === "judgement") pairs.back();
    else if (about !== null) shown.setHand(columnOf(about.answer)?.name.code ?? null);
  }

  function nextLens() {
    if (asked !== null) return;
    const offered = lensNames.filter((name) => name !== "difference" || hasDifference(reads));
    const next = offered[(offered.indexOf(state.lens) + 1) % offered.length];
    if (next !== undefined) change({ ...state, lens: next }, "replace");
  }

  function switchPairs() {
    if (readOnly || (columns.length < 2 && asked === null)) return;
    change({ ...state, asked: asked === null ? "specific" : null }, "push");
  }

  function walk(by: 1 | -1) {
    if (shown.walk(by) === null) return;
    requestAnimationFrame(() => {
      const column = scroller.current?.querySelector<HTMLElement>(`[aria-current="true"]`);
      column?.focus({ preventScroll: true });
      column?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  const looking = new Map<string, () => void>([
    ["next-question", () => goTo(comparison?.next)],
    ["previous-question", () => goTo(comparison?.previous)],
    ["next-column", () => walk(1)],
    ["previous-column", () => walk(-1)],
    ["next-culture", () => shown.cycle(1)],
    ["previous-culture", () => shown.cycle(-1)],
    ["next-answer", () => current && shown.step(current.name.code, 1)],
    ["previous-answer", () => current && shown.step(current.name.code, -1)],
    ["lens", nextLens],
    ["blind", blind.toggle],
    ["scores", () => current && scores.toggle(tellsScores(current.answer))],
    ["pairs", switchPairs],
    ["questions", () => router.push(`${base}/compare`)],
    ["aids", () => setAidsOpen(!aidsOpen)],
  ]);
  const writing = new Map<string, () => void>([
    ["undo", undo],
    ...preferenceKinds.map((preferred) => [preferred, () => judge(preferred)] as const),
  ]);
  const onColumn = new Map<string, () => void>([
    ["accept", () => decide("accept")],
    ["skip", () => decide("skip")],
    ["reject", () => setMode("rejecting")],
    ["flag", () => current && (current.answer.flagged ? decide("flag") : setMode("flagging"))],
  ]);

  function run(command: string) {
    const act = looking.get(command) ?? (readOnly ? undefined : writing.get(command));
    if (act !== undefined) act();
    else if (asked !== null) return;
    else if (command.startsWith("reference-")) shown.refer(columns[Number(command.slice(-1)) - 1]?.name.code);
    else if (!readOnly) onColumn.get(command)?.();
  }

  return {
    hiding,
    readOnly,
    state,
    change,
    comparison,
    waits,
    troubles: [trouble, acts.trouble, pairs.trouble],
    reread,
    mode,
    setMode,
    aidsOpen,
    setAidsOpen,
    scroller,
    blind,
    namesHidden,
    asked,
    acts,
    shown,
    pair,
    sides,
    lens,
    lensOf,
    hasDifference: hasDifference(reads),
    /** Whether scores of the column in hand are shown. */
    scoresShown: current === undefined ? !hiding.scores : showsScores(current.answer),
    showsScores,
    /** Columns of different cultures that say the same. */
    copied: asked === null ? copies.flatMap((id) => columnOf(id) ?? []) : [],
    ranking: pairs.ranking,
    /** Whose answer it is, as far as that is told. */
    nameOf: (id: string, culture: string) =>
      columnOf(id)?.name.name ??
      (namesHidden
        ? "An answer not shown"
        : (comparison?.cultures.find(({ code }) => code === culture)?.name ?? culture)),
    decide,
    run,
  };
}

const noLens: LensColumn = { turns: [], note: null };

/** The answers as read, the same list as long as they are the same in the same order. */
function useStableReads(columns: readonly ShownColumn[]): readonly ComparedAnswer[] {
  const held = useRef<readonly ComparedAnswer[]>([]);
  const reads = columns.map(({ read }) => read);
  if (held.current.length !== reads.length || reads.some((read, at) => read !== held.current[at])) held.current = reads;
  return held.current;
}
