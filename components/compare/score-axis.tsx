import { measureTitles } from "#components/conversations/measure-words.ts";
import { estimatorWords } from "#components/conversations/percentile-words.ts";
import { scoresOf } from "#components/triage/card-words.ts";
import { formatScore } from "#components/ui/format-score.ts";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { scoreStep } from "#components/ui/score-step.ts";
import { stonePath } from "#components/ui/stone-path.ts";
import { measureNames } from "#lib/schema/choices.ts";
import type { ComparedAnswer } from "#lib/schema/comparison.ts";
import type { Interval } from "#lib/schema/score.ts";

const width = 180;
const stone = 9;

/**
 * All scores of one column on one axis from 0 to 1, as long in every column, so that they can be read across. A line through
 * the stone is the interval, where the estimator tells one.
 */
export function ScoreAxes({ answer }: { answer: ComparedAnswer }) {
  return (
    <dl className="score-axes">
      {measureNames.map((measure) => {
        const { main, others } = scoresOf(answer, measure);
        const told = [...(main === undefined ? [] : [main]), ...others].filter((score) => score[measure].computed);
        if (told.length === 0) {
          return (
            <div key={measure}>
              <dt>
                <MeasureGlyph measure={measure} />
                {measureTitles[measure]}
              </dt>
              <dd className="text-ink-3">{answer.unscored[measure] ?? "Not scored yet."}</dd>
            </div>
          );
        }
        return told.map((score) => {
          const each = score[measure];
          return each.computed ? (
            <div key={`${measure} ${score.estimator}`}>
              <dt>
                <MeasureGlyph measure={measure} />
                {estimatorWords(measure, score.estimator)}
              </dt>
              <dd>
                <Axis value={each.value} interval={each.interval} />
                <span className="n">{formatScore(each.value)}</span>
                {each.interval === null ? null : (
                  <span className="n text-ink-3">
                    {formatScore(each.interval.low)}–{formatScore(each.interval.high)}
                  </span>
                )}
                {score.stale ? <span className="text-ink-3">stale</span> : null}
              </dd>
            </div>
          ) : null;
        });
      })}
    </dl>
  );
}

function Axis({ value, interval }: { value: number; interval: Interval | null }) {
  const at = (share: number) => stone / 2 + share * (width - stone);
  return (
    <svg className="stones" viewBox={`0 0 ${width} 15`} width={width} height={15} aria-hidden="true">
      <path className="axis" d={`M${at(0)} 3v9M${at(0.5)} 5v5M${at(1)} 3v9M${at(0)} 7.5H${at(1)}`} />
      {interval === null ? null : (
        <path className="axis-interval" d={`M${at(interval.low)} 7.5H${at(interval.high)}`} />
      )}
      <path className={`s${scoreStep(value)}`} d={stonePath(Math.round(at(value) - stone / 2), 3, stone)} />
    </svg>
  );
}
