import { percent } from "#components/conversations/percentile-words.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { formatScore } from "#components/ui/format-score.ts";
import type { Against, Reliability } from "#lib/schema/agreement.ts";
import type { CalibrationView } from "#lib/schema/calibration.ts";
import { calibrate } from "#lib/scoring/calibration/calibrate.ts";

const size = 280;
const left = 34;
const bottom = 30;
const top = 8;
const marks = [0, 0.25, 0.5, 0.75, 1];

/**
 * What people said along the scale of the score: a stone for each tenth, its interval, and the line on which a score would be
 * the share itself; with the curve of the calibration that is on. Below it the same as a table.
 */
export function ReliabilityPlot({
  reliability,
  against,
  calibration,
}: {
  reliability: Reliability;
  against: Against;
  calibration: CalibrationView | null;
}) {
  const bins = reliability.bins.filter(({ count }) => count > 0);
  const x = (value: number) => left + value * size;
  const y = (value: number) => top + (1 - value) * size;
  const outcome = against === "decisions" ? "Share accepted" : "Mean rating";
  const curve =
    calibration === null
      ? null
      : Array.from({ length: 101 }, (_, step) => `${x(step / 100)},${y(calibrate(calibration.map, step / 100))}`);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <figure className="score-plot">
      <figcaption>{outcome} along the score</figcaption>
      <svg
        viewBox={`0 0 ${left + size + 16} ${top + size + bottom}`}
        role="img"
        aria-label={`${outcome} by tenths of the score. ${bins
          .map(
            ({ from, to, count, meanOutcome }) =>
              `${formatScore(from)} to ${formatScore(to)}: ${percent(meanOutcome ?? 0)} of ${count}`,
          )
          .join("; ")}`}
      >
        <path className="frame" d={`M${x(0)} ${y(1)}V${y(0)}H${x(1)}`} />
        <path className="even" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
        {marks.map((mark) => (
          <g key={mark}>
            <text x={x(mark)} y={y(0) + 16} textAnchor="middle">
              {formatScore(mark)}
            </text>
            <text x={x(0) - 6} y={y(mark) + 4} textAnchor="end">
              {formatScore(mark)}
            </text>
          </g>
        ))}
        <text x={x(1)} y={y(0) + 28} textAnchor="end">
          score
        </text>
        {curve === null ? null : <polyline className="curve" points={curve.join(" ")} />}
        {bins.map(({ from, count, meanScore, meanOutcome, interval }) => {
          if (meanScore === null || meanOutcome === null || interval === null) return null;
          // The side of the stone tells how many: a share of the fullest tenth.
          const side = Math.max(4, Math.round(14 * Math.sqrt(count / most)));
          return (
            <g key={from}>
              <path className="reach" d={`M${x(meanScore)} ${y(interval.low)}V${y(interval.high)}`} />
              <rect
                className="stone"
                x={x(meanScore) - side / 2}
                y={y(meanOutcome) - side / 2}
                width={side}
                height={side}
              />
            </g>
          );
        })}
      </svg>
      <p className="text-12 text-ink-3">
        A stone is a tenth of the scale, larger where it holds more items; its line is the 95 % interval. On the dashes
        a score is the share itself.
        {curve === null ? "" : " The curve is the calibration that is on."}
      </p>
      <details>
        <summary>As table</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Score</th>
              <th scope="col" className="figure">
                Items
              </th>
              <th scope="col" className="figure">
                Mean score
              </th>
              <th scope="col" className="figure">
                {outcome}
              </th>
              <th scope="col" className="figure">
                Interval
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, to, count, meanScore, meanOutcome, interval }) => (
              <tr key={from}>
                <th scope="row">
                  <span className="n">
                    {formatScore(from)}–{formatScore(to)}
                  </span>
                </th>
                <td className="figure">{formatCount(count)}</td>
                <td className="figure">{formatScore(meanScore ?? 0)}</td>
                <td className="figure">{formatScore(meanOutcome ?? 0)}</td>
                <td className="figure">
                  {interval === null ? "–" : `${formatScore(interval.low)}–${formatScore(interval.high)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
