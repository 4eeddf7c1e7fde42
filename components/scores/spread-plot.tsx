import { formatCount } from "#components/ui/format-count.ts";
import { formatScore } from "#components/ui/format-score.ts";
import type { Against } from "#lib/schema/agreement.ts";
import { spreadBins } from "#lib/schema/calibration.ts";

const pitch = 15;
const half = 132;
const middle = half + 4;
const width = spreadBins * pitch;

/** Where on the scale accepted items lie, upwards, and rejected ones, downwards. Below it the same as a table. */
export function SpreadPlot({
  accepted,
  rejected,
  against,
  threshold,
}: {
  accepted: readonly number[];
  rejected: readonly number[];
  against: Against;
  threshold: number | null;
}) {
  const [up, down] = against === "decisions" ? ["Accepted", "Rejected"] : ["Rated above the middle", "Others"];
  const most = Math.max(1, ...accepted, ...rejected);
  const bars = (counts: readonly number[], sign: 1 | -1) =>
    counts.map((count, bin) => {
      const high = (count / most) * half;
      return high === 0
        ? ""
        : `M${bin * pitch + 1} ${middle + (sign === 1 ? -1 - high : 1)}h${pitch - 2}v${high}h${2 - pitch}z`;
    });
  const rows = accepted
    .map((count, bin) => ({
      from: bin / spreadBins,
      to: (bin + 1) / spreadBins,
      counts: [count, rejected[bin] ?? 0] as const,
    }))
    .filter(({ counts: [above, below] }) => above + below > 0);
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return (
    <figure className="score-plot">
      <figcaption>
        {up} above, {down?.toLowerCase()} below
      </figcaption>
      <svg
        viewBox={`-2 0 ${width + 4} ${2 * middle + 20}`}
        role="img"
        aria-label={`${up}: ${total(accepted)} items, ${down}: ${total(rejected)}, by twentieths of the score`}
      >
        <path className="stone" d={bars(accepted, 1).join("")} />
        <path className="crossed" d={bars(rejected, -1).join("")} />
        <path className="frame" d={`M0 ${middle}H${width}`} />
        {threshold === null ? null : (
          <>
            <path className="even" d={`M${threshold * width} 0V${2 * middle}`} />
            <text x={threshold * width + 4} y="10">
              {formatScore(threshold)}
            </text>
          </>
        )}
        {[0, 0.5, 1].map((mark) => (
          <text
            key={mark}
            x={mark * width}
            y={2 * middle + 14}
            textAnchor={mark === 0 ? "start" : mark === 1 ? "end" : "middle"}
          >
            {formatScore(mark)}
          </text>
        ))}
      </svg>
      <p className="text-12 text-ink-3">
        Full bars: {up?.toLowerCase()}. Hollow bars: {down?.toLowerCase()}. The highest holds{" "}
        <span className="n">{formatCount(most)}</span>.{threshold === null ? "" : " Dashes: the suggested threshold."}
      </p>
      <details>
        <summary>As table</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Score</th>
              <th scope="col" className="figure">
                {up}
              </th>
              <th scope="col" className="figure">
                {down}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ from, to, counts }) => (
              <tr key={from}>
                <th scope="row">
                  <span className="n">
                    {formatScore(from)}–{formatScore(to)}
                  </span>
                </th>
                <td className="figure">{formatCount(counts[0])}</td>
                <td className="figure">{formatCount(counts[1])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
