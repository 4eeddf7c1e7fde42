"use client";
import { useRouter } from "next/navigation";
import { Suspense, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { hidingFrom } from "#components/conversations/hiding.ts";
import { KeyMapButton } from "#components/keyboard/key-map-button.tsx";
import { printedLegend, useKeyboardLayout } from "#components/keyboard/printed-legend.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { OutboxBadge } from "#components/outbox/outbox-badge.tsx";
import { badgeOf } from "#components/outbox/outbox-state.ts";
import { BarSlot } from "#components/shell/bar-slot.tsx";
import { FlagBar } from "#components/triage/flag-bar.tsx";
import { ConflictCard } from "#components/triage/lazy-parts.ts";
import { ReasonBar } from "#components/triage/reason-bar.tsx";
import { reasonCommands } from "#components/triage/triage-commands.ts";
import { usePainted } from "#components/triage/use-painted.ts";
import { useScoreChoice } from "#components/triage/use-score-choice.ts";
import { announce } from "#components/ui/announce.ts";
import { Note } from "#components/ui/note.tsx";
import { Select } from "#components/ui/select.tsx";
import { nearCopies } from "#lib/curation/near-copies.ts";
import { oneOf, rejectReasonKeys } from "#lib/schema/choices.ts";
import { copiedFrom, lensNames, preferenceKinds } from "#lib/schema/compare-choices.ts";
import type { ComparedAnswer, Comparison } from "#lib/schema/comparison.ts";
import type { DecisionKind, RejectReason } from "#lib/schema/decision.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import "#components/triage/triage.css";
import "#components/triage/panes.css";
import "#components/triage/card.css";
import "#components/triage/editing.css";
import "./compare.css";
import { Aids } from "./aids.tsx";
import { Column } from "./column.tsx";
import { ColumnActs } from "./column-acts.tsx";
import { decideCommands, lookCommands, pairCommands, undoCommands } from "./compare-commands.ts";
import { CompareHead } from "./compare-head.tsx";
import { CopiesNote } from "./copies-note.tsx";
import { GuessBar } from "./guess-bar.tsx";
import { hasDifference, lensColumns } from "./lens-texts.ts";
import { askedWords, PairActs } from "./pair-acts.tsx";
import { useColumnActs } from "./use-column-acts.ts";
import { type ShownColumn, useColumns } from "./use-columns.ts";
import { useCompareState } from "./use-compare-state.ts";
import { useComparison } from "./use-comparison.ts";
import { useGuesses } from "./use-guesses.ts";
import { usePairs } from "./use-pairs.ts";

const allCommands = [...lookCommands, ...decideCommands, ...undoCommands, ...pairCommands];

export interface CompareDeskProps {
  project: Pick<ProjectView, "slug" | "role" | "blind" | "hideScores">;
  person: string;
  /** The address as the server read it, and the question it names. */
  query: string;
  first: Comparison;
}

/** Compare: one question, the answers of some cultures side by side, turn by turn, through one lens at a time. */
export function CompareDesk({ project, person, query, first }: CompareDeskProps) {
  const base = `/projects/${project.slug}`;
  const router = useRouter();
  const hiding = hidingFrom(project);
  const readOnly = !reaches(project.role, "annotator");
  const [state, change] = useCompareState(query, !hiding.cultures);
  const { comparison, waits, trouble, again, readAhead } = useComparison(base, first, state);
  const key = comparison?.key ?? null;
  const [blindChosen, setBlindChosen] = useState(false);
  const [revealed, setRevealed] = useState(false);
  const [guesses, setGuesses] = useState<ReadonlyMap<string, string>>(new Map());
  const [mode, setMode] = useState<"read" | "rejecting" | "flagging" | "conflict">("read");
  const [aidsOpen, setAidsOpen] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const layout = useKeyboardLayout();
  const legendOf = useCallback((each: string) => printedLegend(each, layout), [layout]);
  const scores = useScoreChoice();
  const tally = useGuesses(project.slug);
  const pairing = state.asked !== null && !readOnly;

  const rankAgain = useRef(() => {});
  const acts = useColumnActs({ project: project.slug, base, person, onJudged: () => rankAgain.current() });
  const blind = !hiding.cultures && blindChosen && !revealed;
  const shown = useColumns({
    comparison,
    state,
    change,
    changes: acts.changes,
    person,
    locked: hiding.cultures,
    blind,
    shuffled: hiding.cultures || blindChosen,
  });
  const { columns, current } = shown;
  const answerIds = useMemo(() => columns.map(({ answer }) => answer.id), [columns]);
  const ids = answerIds.join(" ");
  const pairs = usePairs(base, person, key, pairing ? state.asked : null, useStableList(ids));
  rankAgain.current = pairs.again;
  const pair = pairing ? pairs.pair : null;
  const milliseconds = usePainted(pairing ? (pair?.seed ?? null) : (current?.answer.id ?? null));

  // A new question is as hidden as the first was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the question
  useEffect(() => {
    setRevealed(false);
    setGuesses(new Map());
    setMode("read");
  }, [key]);
  useEffect(() => {
    if (comparison === null) return;
    readAhead(comparison.next, state.cultures);
    readAhead(comparison.previous, state.cultures);
  }, [comparison, state.cultures, readAhead]);

  const tellsScores = (answer: ComparedAnswer) => !hiding.scores || answer.decidedByMe;
  const showsScores = (answer: ComparedAnswer) => scores.isShown(tellsScores(answer));
  const scoresShown = current === undefined ? !hiding.scores : showsScores(current.answer);
  const drawn = pair === null ? columns : columns.filter(({ answer }) => [pair.first, pair.second].includes(answer.id));
  const sides = pair === null ? drawn : drawn.toSorted((a) => (a.answer.id === pair.first ? -1 : 1));
  const usual = comparison?.usual;
  const lens = pairing ? "plain" : state.lens === "evidence" && !scoresShown ? "plain" : state.lens;
  const reads = useStableReads(sides);
  const lensed = useMemo(() => lensColumns(reads, lens, usual ?? {}), [reads, lens, usual]);
  const rows = Math.max(1, ...sides.map(({ answer }) => answer.turns.length));
  const copies = useMemo(() => {
    if (comparison === null || !comparison.likeness.computed) return null;
    // How high vectors of unlike texts lie differs by model, and a translation is no copy.
    if (comparison.likeness.basis === "embedding") return null;
    const [group] = nearCopies(comparison.likeness, ids === "" ? [] : ids.split(" "), copiedFrom);
    return group ?? null;
  }, [comparison, ids]);
  const copied = useMemo(
    () =>
      copies === null
        ? null
        : { columns: copies.flatMap((id) => columns.find(({ answer }) => answer.id === id) ?? []) },
    [copies, columns],
  );
  const needing = acts.box.entries.find((entry) => entry.state !== "waiting");

  const { forget } = acts;
  const reread = useCallback(() => {
    forget();
    again();
  }, [forget, again]);

  function goTo(question: string | null) {
    if (question === null) return;
    change({ ...state, question, answers: {} }, "push");
    scroller.current?.scrollTo({ left: 0, top: 0 });
  }

  function decide(decision: DecisionKind, reason: RejectReason | null = null, note = "") {
    setMode("read");
    if (current === undefined) return;
    const answer = columns.find((column) => column === current)?.read;
    if (answer === undefined) return;
    acts.decide({ ...answer, ...pickStanding(current.answer) }, decision, reason, {
      ...(note.trim() === "" ? {} : { note: note.trim() }),
      shown: {
        order: answerIds,
        scoresHidden: !showsScores(current.answer),
        culturesHidden: current.name.hidden,
        milliseconds: milliseconds(),
      },
    });
  }

  function judge(command: string) {
    const preferred = oneOf(preferenceKinds, command);
    if (pair === null || preferred === null || state.asked === null || key === null) return;
    const [one, other] = sides;
    if (one === undefined || other === undefined) return;
    pairs.judged(pair);
    acts.judge({
      question: key,
      asked: state.asked,
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
    else if (about !== null) shown.setHand(columns.find(({ answer }) => answer.id === about.answer)?.name.code ?? null);
  }

  function reveal() {
    setRevealed(true);
    const made = [...guesses].map(([culture, guessed]) => ({ culture, guessed, choices: columns.length }));
    if (made.length === 0) return;
    tally.add(made);
    announce(`${made.filter(({ culture, guessed }) => culture === guessed).length} of ${made.length} guessed.`);
  }

  const looking = new Map<string, () => void>([
    ["next-question", () => goTo(comparison?.next ?? null)],
    ["previous-question", () => goTo(comparison?.previous ?? null)],
    ["next-column", () => bringIn(shown.walk(1))],
    ["previous-column", () => bringIn(shown.walk(-1))],
    ["next-culture", () => shown.cycle(1)],
    ["previous-culture", () => shown.cycle(-1)],
    ["next-answer", () => current && shown.step(current.name.code, 1)],
    ["previous-answer", () => current && shown.step(current.name.code, -1)],
    ["lens", nextLens],
    ["blind", switchBlind],
    ["scores", () => current && scores.toggle(tellsScores(current.answer))],
    ["pairs", switchPairs],
    ["questions", () => router.push(`${base}/compare`)],
    ["aids", () => setAidsOpen(!aidsOpen)],
  ]);

  function run(command: string) {
    if (command.startsWith("reference-")) {
      if (!pairing) shown.refer(columns[Number(command.slice(-1)) - 1]?.name.code);
      return;
    }
    looking.get(command)?.();
    if (readOnly) return;
    if (command === "undo") undo();
    if (oneOf(preferenceKinds, command) !== null) judge(command);
    if (pairing) return;
    if (command === "accept" || command === "skip") decide(command);
    if (command === "reject") setMode("rejecting");
    if (command === "flag" && current !== undefined) {
      if (current.answer.flagged) decide("flag");
      else setMode("flagging");
    }
  }

  function nextLens() {
    if (pairing) return;
    const offered = lensNames.filter((name) => name !== "difference" || hasDifference(reads));
    const next = offered[(offered.indexOf(state.lens) + 1) % offered.length];
    if (next !== undefined) change({ ...state, lens: next }, "replace");
  }

  function switchBlind() {
    if (hiding.cultures) return;
    setBlindChosen(!blindChosen);
    setRevealed(false);
    setGuesses(new Map());
    announce(blindChosen ? "Cultures shown." : "Cultures hidden.");
  }

  function switchPairs() {
    if (readOnly || (columns.length < 2 && !pairing)) return;
    change({ ...state, asked: pairing ? null : "specific" }, "push");
  }

  const bringIn = useEffectEvent((code: string | null) => {
    if (code === null) return;
    requestAnimationFrame(() => {
      const column = scroller.current?.querySelector<HTMLElement>(`[aria-current="true"]`);
      column?.focus({ preventScroll: true });
      column?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  });

  useKeys(lookCommands, run, { enabled: mode === "read" });
  useKeys(undoCommands, run, { enabled: mode === "read" && !readOnly });
  useKeys(decideCommands, run, { enabled: mode === "read" && !readOnly && !pairing });
  useKeys(pairCommands, run, { enabled: mode === "read" && pairing });
  useKeys(
    reasonCommands,
    (command) => {
      if (command === "cancel") setMode("read");
      else decide("reject", oneOf(rejectReasonKeys, command));
    },
    { exclusive: true, enabled: mode === "rejecting" },
  );

  if (comparison === null) return null;
  const namesOf = (code: string) => columns.find(({ name }) => name.code === code)?.name.name;
  const options = comparison.cultures.filter(({ code }) => columns.some(({ name }) => name.code === code));
  const namesHidden = hiding.cultures || blind;
  const judgedName = (id: string, code: string) =>
    columns.find(({ answer }) => answer.id === id)?.name.name ??
    (namesHidden ? "An answer not shown" : (comparison.cultures.find((each) => each.code === code)?.name ?? code));
  return (
    <div className="compare triage" aria-busy={waits || undefined}>
      <BarSlot>
        <OutboxBadge badge={badgeOf(acts.box)} onOpen={() => setMode("conflict")} />
        <KeyMapButton title="Keys of Compare" commands={allCommands} />
      </BarSlot>
      <CompareHead
        comparison={comparison}
        blind={blindChosen}
        locked={hiding.cultures}
        pairs={pairing}
        canPair={!readOnly && columns.length > 1}
        scoresShown={scoresShown}
        aidsOpen={aidsOpen}
        listHref={`${base}/compare`}
        legendOf={legendOf}
        onCommand={run}
      />
      <div className="compare-notes">
        {[trouble, acts.trouble, pairs.trouble].map((each) =>
          each === null ? null : (
            <Note key={each} trouble role="alert">
              {each}
            </Note>
          ),
        )}
        {hiding.cultures ? (
          <Note>This project is blind: the culture of a column is told once you have decided its answer.</Note>
        ) : null}
        {blindChosen && !hiding.cultures ? (
          <GuessBar
            guessed={guesses.size}
            of={columns.length}
            revealed={revealed}
            tally={tally.tally}
            onReveal={reveal}
          />
        ) : null}
        <CopiesNote
          key={key}
          base={base}
          group={pairing ? null : copied}
          mayAct={reaches(project.role, "curator")}
          onChanged={reread}
        />
      </div>
      {mode === "conflict" && needing !== undefined ? (
        <div className="compare-conflict">
          <Suspense>
            <ConflictCard
              entry={needing}
              language={current?.answer.language ?? "und"}
              onTheirs={() => {
                setMode("read");
                acts.solve(needing, false);
                reread();
              }}
              onMine={(act) => {
                setMode("read");
                acts.solve(needing, true, act);
                reread();
              }}
              onLater={() => setMode("read")}
            />
          </Suspense>
        </div>
      ) : (
        <section
          ref={scroller}
          className={pair === null ? "compare-columns" : "compare-columns pair"}
          style={{ ["--columns" as string]: sides.length, ["--rows" as string]: rows }}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={`Side by side: ${sides.map(({ name }) => name.name).join(", ")}`}
        >
          {sides.map(({ name, answer, place, of }, at) => (
            <Column
              key={name.code}
              name={name}
              answer={answer}
              lens={lensed[at] ?? noLens}
              place={place}
              of={of}
              isReference={pair === null && at === 0 && sides.length > 1}
              inHand={pair === null && current?.name.code === name.code}
              showsScores={showsScores(answer) && !pairing}
              axes={lens === "scores"}
              rows={rows}
              {...(pair === null ? {} : { letter: at === 0 ? "A" : "B" })}
              onHand={shown.setHand}
              onStep={shown.step}
            >
              {blindChosen && !hiding.cultures ? (
                <Guess
                  name={name.name}
                  guessed={guesses.get(name.code) ?? ""}
                  truth={revealed ? name.code : null}
                  options={options}
                  nameOf={namesOf}
                  onGuess={(code) => {
                    const next = new Map(guesses);
                    if (code === "") next.delete(name.code);
                    else next.set(name.code, code);
                    setGuesses(next);
                  }}
                />
              ) : null}
            </Column>
          ))}
          {pairing && pair === null && pairs.ranking !== null ? (
            <p className="p-5 text-ink-2">One column cannot be judged. Show a second culture.</p>
          ) : null}
        </section>
      )}
      <Aids
        lens={state.lens}
        hasDifference={hasDifference(reads)}
        comparison={comparison}
        columns={columns.map(({ name, answer }) => ({ name, id: answer.id }))}
        others={namesHidden ? null : shown.others}
        chosen={shown.chosen}
        more={shown.others.length}
        ranking={pairing ? { list: pairs.ranking, nameOf: judgedName } : null}
        open={aidsOpen}
        legendOf={legendOf}
        onLens={(next) => change({ ...state, lens: next }, "replace")}
        onToggle={shown.toggle}
        onReference={shown.refer}
        onMore={shown.more}
        onClose={() => setAidsOpen(false)}
      />
      {readOnly ? (
        <p className="act">You read here; deciding needs the role of an annotator.</p>
      ) : state.asked !== null ? (
        <PairActs
          asked={state.asked}
          enabled={pair !== null}
          legendOf={legendOf}
          onAsked={(asked) => {
            change({ ...state, asked }, "replace");
            announce(askedWords[asked]);
          }}
          onCommand={run}
        />
      ) : mode === "rejecting" ? (
        <ReasonBar
          legendOf={legendOf}
          onReason={(reason) => decide("reject", reason)}
          onCancel={() => setMode("read")}
        />
      ) : mode === "flagging" ? (
        <FlagBar start="" onFlag={(note) => decide("flag", null, note)} onCancel={() => setMode("read")} />
      ) : current === undefined ? null : (
        <ColumnActs
          name={current.name.name}
          flagged={current.answer.flagged}
          legendOf={legendOf}
          triageHref={`${base}/triage?item=${current.answer.id}`}
          onCommand={run}
        />
      )}
      <footer className="compare-print" aria-hidden="true">
        <bdi>{comparison.key}</bdi> · {comparison.sha256}
      </footer>
    </div>
  );
}

const noLens = { turns: [], note: null };

/** What a decision stands on: the version and status that acts of this page have led to. */
function pickStanding({ status, flagged, version, decidedByMe }: ComparedAnswer) {
  return { status, flagged, version, decidedByMe };
}

/** The same list for the same ids, so that what is made of it is not made anew. */
function useStableList(ids: string): readonly string[] {
  return useMemo(() => (ids === "" ? [] : ids.split(" ")), [ids]);
}

/** The answers as read, the same list as long as they are the same in the same order. */
function useStableReads(columns: readonly ShownColumn[]): readonly ComparedAnswer[] {
  const held = useRef<readonly ComparedAnswer[]>([]);
  const reads = columns.map(({ read }) => read);
  if (held.current.length !== reads.length || reads.some((read, at) => read !== held.current[at])) held.current = reads;
  return held.current;
}

function Guess({
  name,
  guessed,
  truth,
  options,
  nameOf,
  onGuess,
}: {
  name: string;
  guessed: string;
  truth: string | null;
  options: Comparison["cultures"];
  nameOf: (code: string) => string | undefined;
  onGuess: (code: string) => void;
}) {
  if (truth !== null) {
    if (guessed === "") return null;
    return (
      <p className="compare-guess">
        {guessed === truth ? (
          "You guessed it."
        ) : (
          <>
            You guessed <bdi>{nameOf(guessed)}</bdi>.
          </>
        )}
      </p>
    );
  }
  return (
    <Select
      className="compare-guess"
      aria-label={`Whose answer is ${name}?`}
      value={guessed}
      onChange={(event) => onGuess(event.currentTarget.value)}
      options={[
        { value: "", label: "Whose answer is it?" },
        ...options.map(({ code, name: label }) => ({ value: code, label })),
      ]}
    />
  );
}
