"use client";
import { Suspense, useCallback } from "react";
import { KeyMapButton } from "#components/keyboard/key-map-button.tsx";
import { printedLegend, useKeyboardLayout } from "#components/keyboard/printed-legend.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { OutboxBadge } from "#components/outbox/outbox-badge.tsx";
import { badgeOf } from "#components/outbox/outbox-state.ts";
import { BarSlot } from "#components/shell/bar-slot.tsx";
import { ConflictCard } from "#components/triage/lazy-parts.ts";
import { reasonCommands } from "#components/triage/triage-commands.ts";
import { Note } from "#components/ui/note.tsx";
import { oneOf, rejectReasonKeys } from "#lib/schema/choices.ts";
import { reaches } from "#lib/schema/permissions.ts";
import "#components/triage/triage.css";
import "#components/triage/panes.css";
import "#components/triage/card.css";
import "#components/triage/editing.css";
import "./compare.css";
import "./aids.css";
import { Aids } from "./aids.tsx";
import { Column } from "./column.tsx";
import { CompareActs } from "./compare-acts.tsx";
import { decideCommands, lookCommands, pairCommands, undoCommands } from "./compare-commands.ts";
import { CompareHead } from "./compare-head.tsx";
import { CopiesNote } from "./copies-note.tsx";
import { Guess } from "./guess.tsx";
import { GuessBar } from "./guess-bar.tsx";
import { type CompareDeskProps, useCompareDesk } from "./use-compare-desk.ts";

const allCommands = [...lookCommands, ...decideCommands, ...undoCommands, ...pairCommands];

/** Compare: one question, the answers of some cultures side by side, turn by turn, through one lens at a time. */
export function CompareDesk(props: CompareDeskProps) {
  const { project } = props;
  const base = `/projects/${project.slug}`;
  const desk = useCompareDesk(props);
  const { hiding, readOnly, state, change, comparison, mode, setMode, blind, asked, acts, shown, pair, sides } = desk;
  const { columns, current } = shown;
  const layout = useKeyboardLayout();
  const legendOf = useCallback((each: string) => printedLegend(each, layout), [layout]);
  const needing = acts.box.entries.find((entry) => entry.state !== "waiting");

  const reading = mode === "read";
  useKeys(lookCommands, desk.run, { enabled: reading });
  useKeys(undoCommands, desk.run, { enabled: reading && !readOnly });
  useKeys(decideCommands, desk.run, { enabled: reading && !readOnly && asked === null });
  useKeys(pairCommands, desk.run, { enabled: reading && asked !== null });
  useKeys(
    reasonCommands,
    (command) => {
      if (command === "cancel") setMode("read");
      else desk.decide("reject", oneOf(rejectReasonKeys, command));
    },
    { exclusive: true, enabled: mode === "rejecting" },
  );

  if (comparison === null) return null;
  const rows = Math.max(1, ...sides.map(({ answer }) => answer.turns.length));
  const options = comparison.cultures.filter(({ code }) => columns.some(({ name }) => name.code === code));
  return (
    <div className="compare triage" aria-busy={desk.waits || undefined}>
      <BarSlot>
        <OutboxBadge badge={badgeOf(acts.box)} onOpen={() => setMode("conflict")} />
        <KeyMapButton title="Keys of Compare" commands={allCommands} />
      </BarSlot>
      <CompareHead
        comparison={comparison}
        blind={blind.chosen}
        locked={hiding.cultures}
        pairs={asked !== null}
        canPair={!readOnly && columns.length > 1}
        scoresShown={desk.scoresShown}
        aidsOpen={desk.aidsOpen}
        listHref={`${base}/compare`}
        legendOf={legendOf}
        onCommand={desk.run}
      />
      <div className="compare-notes">
        {desk.troubles.map((each) =>
          each === null ? null : (
            <Note key={each} trouble role="alert">
              {each}
            </Note>
          ),
        )}
        {hiding.cultures ? (
          <Note>This project is blind: the culture of a column is told once you have decided its answer.</Note>
        ) : null}
        {blind.chosen ? (
          <GuessBar
            guessed={blind.guesses.size}
            of={columns.length}
            revealed={blind.revealed}
            tally={blind.tally}
            onReveal={() => blind.reveal(columns.length)}
          />
        ) : null}
        <CopiesNote
          key={comparison.key}
          base={base}
          columns={desk.copied}
          mayAct={reaches(project.role, "curator")}
          onChanged={desk.reread}
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
                desk.reread();
              }}
              onMine={(act) => {
                setMode("read");
                acts.solve(needing, true, act);
                desk.reread();
              }}
              onLater={() => setMode("read")}
            />
          </Suspense>
        </div>
      ) : (
        <section
          ref={desk.scroller}
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
              lens={desk.lensOf(at, answer)}
              place={place}
              of={of}
              isReference={pair === null && at === 0 && sides.length > 1}
              inHand={pair === null && current?.name.code === name.code}
              showsScores={desk.showsScores(answer) && asked === null}
              axes={desk.lens === "scores"}
              rows={rows}
              {...(pair === null ? {} : { letter: at === 0 ? "A" : "B" })}
              onHand={shown.setHand}
              onStep={shown.step}
            >
              {blind.chosen ? (
                <Guess
                  name={name.name}
                  guessed={blind.guesses.get(name.code) ?? ""}
                  truth={blind.revealed ? name.code : null}
                  options={options}
                  onGuess={(guessed) => blind.guess(name.code, guessed)}
                />
              ) : null}
            </Column>
          ))}
          {asked !== null && pair === null && desk.ranking !== null ? (
            <p className="p-5 text-ink-2">One column cannot be judged. Show a second culture.</p>
          ) : null}
        </section>
      )}
      <Aids
        lens={state.lens}
        hasDifference={desk.hasDifference}
        comparison={comparison}
        columns={columns.map(({ name, answer }) => ({ name, id: answer.id }))}
        others={desk.namesHidden ? null : shown.others}
        chosen={shown.chosen}
        more={shown.others.length}
        ranking={asked === null ? null : { list: desk.ranking, nameOf: desk.nameOf }}
        open={desk.aidsOpen}
        legendOf={legendOf}
        onLens={(lens) => change({ ...state, lens }, "replace")}
        onToggle={shown.toggle}
        onReference={shown.refer}
        onMore={shown.more}
        onClose={() => desk.setAidsOpen(false)}
      />
      <CompareActs desk={desk} triage={`${base}/triage`} legendOf={legendOf} />
      <footer className="compare-print" aria-hidden="true">
        <bdi>{comparison.key}</bdi> · {comparison.sha256}
      </footer>
    </div>
  );
}
