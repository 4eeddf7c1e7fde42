import { formatScore } from "./format-score.ts";
import { stonePath } from "./stone-path.ts";

const steps = [0.2, 0.4, 0.6, 0.8] as const;

/**
 * A score in [0,1]: the number, then ten stones, each a tenth, the last cut at the exact share; one colour by step.
 * `value` null shows a dash with the reason as its name. `stale` draws the bar hollow.
 */
export function ScoreBar({
  value,
  size = 7,
  reason,
  stale = false,
  label,
}: {
  value: number | null;
  size?: number;
  reason?: string;
  stale?: boolean;
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
  const step = `s${steps.filter((edge) => value >= edge).length + 1}`;
  const gap = size < 8 ? 1 : 2;
  const width = 10 * size + 9 * gap;
  const whole = Math.floor(value * 10 + 1e-9);
  const rest = Math.round((value * 10 - whole) * size);
  const places = Array.from({ length: 10 }, (_, index) => index * (size + gap));
  const filled = places.slice(0, whole).map((x) => stonePath(x, 0, size));
  const last = places[whole];
  if (last !== undefined && rest > 0) filled.push(`M${last} 0h${rest}v${size}h${-rest}z`);
  return (
    <span className="score">
      {label === undefined ? null : <span className="unseen">{label}</span>}
      <b>{formatScore(value)}</b>
      <svg className="stones" width={width} height={size} viewBox={`0 0 ${width} ${size}`} aria-hidden="true">
        <path
          className="bed"
          d={places
            .slice(whole)
            .map((x) => stonePath(x, 0, size))
            .join("")}
        />
        {stale ? (
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
      </svg>
      {stale ? <span className="text-12 text-ink-3">stale</span> : null}
    </span>
  );
}
