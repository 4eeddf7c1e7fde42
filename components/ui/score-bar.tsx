import { formatScore } from "./format-score.ts";
import { intervalWords, type ScoreEnds } from "./interval-words.ts";
import { scoreStep } from "./score-step.ts";
import { stonePath } from "./stone-path.ts";

/**
 * A score in [0,1]: the number, then ten stones, each a tenth, the last cut at the exact share; one colour by step. Its
 * interval is a thin line below the stones. `value` null shows a dash with the reason as its name. `stale` draws the bar
 * hollow. `vague` says that the interval is too wide for a number: a dash, no stones, and the line.
 */
export function ScoreBar({
  value,
  size = 7,
  reason,
  stale = false,
  vague = false,
  interval = null,
  label,
}: {
  value: number | null;
  size?: number;
  reason?: string;
  stale?: boolean;
  vague?: boolean;
  interval?: ScoreEnds | null;
  label?: string;
}) {
  if (value === null) {
    return (
      <span className="score text-ink-3" title={reason}>
        <b>–</b>
        <span className="unseen">{[label, reason ?? "not computed"].filter(Boolean).join(": ")}</span>
      </span>
    );
  }
  const step = `s${scoreStep(value)}`;
  const gap = size < 8 ? 1 : 2;
  const width = 10 * size + 9 * gap;
  const height = interval === null ? size : size + 3;
  const whole = vague ? 0 : Math.floor(value * 10 + 1e-9);
  const rest = vague ? 0 : Math.round((value * 10 - whole) * size);
  const places = Array.from({ length: 10 }, (_, index) => index * (size + gap));
  const filled = places.slice(0, whole).map((x) => stonePath(x, 0, size));
  const last = places[whole];
  if (last !== undefined && rest > 0) filled.push(`M${last} 0h${rest}v${size}h${-rest}z`);
  return (
    <span className="score">
      {label === undefined ? null : <span className="unseen">{label}</span>}
      {vague ? (
        <>
          <b aria-hidden="true" className="text-ink-3">
            –
          </b>
          <span className="unseen">not enough to say</span>
        </>
      ) : (
        <b>{formatScore(value)}</b>
      )}
      {interval === null ? null : <span className="unseen">, {intervalWords(interval)}</span>}
      <svg className="stones" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path
          className="bed"
          d={places
            .slice(whole)
            .map((x) => stonePath(x, 0, size))
            .join("")}
        />
        {vague ? null : stale ? (
          <path
            className="ghost-ring"
            d={places
              .slice(0, Math.max(1, whole))
              .map((x) => stonePath(x + 0.5, 0.5, size - 1))
              .join("")}
          />
        ) : (
          <path className={step} d={filled.join("")} />
        )}
        {interval === null ? null : <path className="range" d={rangePath(interval, width, height)} />}
      </svg>
      {stale ? <span className="text-12 text-ink-3">stale</span> : null}
    </span>
  );
}

/** One pixel high, at least two wide, on whole pixels. */
function rangePath({ low, high }: ScoreEnds, width: number, height: number): string {
  const from = Math.min(Math.round(low * width), width - 2);
  const length = Math.max(2, Math.round(high * width) - from);
  return `M${from} ${height - 1}h${length}v1h${-length}z`;
}
