import { Pin } from "lucide-react";
import { memo, type ReactNode, useDeferredValue } from "react";
import { measureWords } from "#components/conversations/measure-words.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { markOf, StatusMark } from "#components/ui/status-mark.tsx";
import { measureNames } from "#lib/schema/choices.ts";
import type { ComparedAnswer } from "#lib/schema/comparison.ts";
import type { ColumnName } from "./blind-columns.ts";
import type { LensColumn } from "./lens-texts.ts";
import { ScoreAxes } from "./score-axis.tsx";
import { TurnText } from "./turn-text.tsx";

export interface ColumnProps {
  name: ColumnName;
  answer: ComparedAnswer;
  lens: LensColumn;
  /** Which of how many answers of this culture it is, counted from 1. */
  place: number;
  of: number;
  isReference: boolean;
  inHand: boolean;
  showsScores: boolean;
  /** All scores on axes instead of the headline bars. */
  axes: boolean;
  /** So that turns of all columns stand in the same rows. */
  rows: number;
  /** The letter of a side, while a pair is judged. */
  letter?: string;
  /** What stands below the name: a guess. */
  children?: ReactNode;
  onHand: (code: string) => void;
  onStep: (code: string, by: 1 | -1) => void;
}

/** So many turns fill the tallest screen; the rest are drawn once these are painted. */
const firstTurns = 16;

/** One culture's answer: who it speaks for, what it scores, and its turns, each on the row of its place. */
export const Column = memo(function Column(props: ColumnProps) {
  const { name, answer, lens, place, of, isReference, inHand, showsScores, axes, rows, letter, onHand, onStep } = props;
  const painted = useDeferredValue(answer.id, null);
  const turns = painted === answer.id ? answer.turns : answer.turns.slice(0, firstTurns);
  const said = letter === undefined ? name.name : `${letter}, ${name.name}`;
  return (
    <article
      className={classNames("compare-column", isReference && "reference", inHand && "in-hand")}
      style={{ gridRow: `1 / span ${rows + 1}` }}
      aria-label={`${said}${isReference ? ", reference" : ""}`}
      aria-current={inHand ? "true" : undefined}
      data-culture={name.hidden ? undefined : name.code}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what the keys decide must be reachable by keyboard
      tabIndex={0}
      onFocus={() => onHand(name.code)}
      onPointerDown={() => onHand(name.code)}
    >
      <header>
        <div className="compare-name">
          {letter === undefined ? null : (
            <span className="letter on" aria-hidden="true">
              {letter}
            </span>
          )}
          {isReference ? <Icon of={Pin} /> : null}
          <b>
            <CultureName {...name} />
          </b>
          {name.hidden ? null : <span className="mono text-ink-3">{answer.language}</span>}
          <span className="compare-status">
            <StatusMark mark={markOf(answer)} />
          </span>
        </div>
        {of > 1 ? (
          <div className="compare-steps">
            <span>
              Answer <span className="n">{place}</span> of <span className="n">{of}</span>
            </span>
            <Button look="bare" aria-label={`Previous answer of ${name.name}`} onClick={() => onStep(name.code, -1)}>
              Previous
            </Button>
            <Button look="bare" aria-label={`Next answer of ${name.name}`} onClick={() => onStep(name.code, 1)}>
              Next
            </Button>
          </div>
        ) : null}
        {!showsScores ? (
          <p className="compare-hidden">Scores hidden</p>
        ) : axes ? (
          <ScoreAxes answer={answer} />
        ) : (
          <div className="compare-scores">
            {measureNames.map((measure) => (
              <span key={measure}>
                <MeasureGlyph measure={measure} />
                <ScoreBar
                  value={answer[measure]?.value ?? null}
                  reason={answer.unscored[measure] ?? "Not scored yet."}
                  label={measureWords[measure]}
                />
              </span>
            ))}
          </div>
        )}
        {props.children}
        {lens.note === null ? null : <p className="compare-lens-note">{lens.note}</p>}
      </header>
      {turns.map((turn, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place
        <TurnText key={at} turn={turn} language={answer.language} lens={lens.turns[at] ?? plain} />
      ))}
    </article>
  );
});

const plain = { kind: "plain" } as const;
