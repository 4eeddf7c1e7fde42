import { memo } from "react";
import { stonePath } from "#components/ui/stone-path.ts";
import type { PastMark } from "./triage-state.ts";

const inRow = 100;
const pitch = 5;

/** One stone for each conversation of this sitting and of what is left; down, then across, as stones are laid. */
export default memo(function QueueMap({ decided, left }: { decided: readonly PastMark[]; left: number }) {
  const total = decided.length + left;
  if (total === 0) return null;
  const rows = total > inRow ? 4 : 2;
  const paths = new Map<string, string>();
  for (let index = 0; index < total; index += 1) {
    const x = Math.floor(index / rows) * pitch;
    const y = (index % rows) * pitch;
    const [name, d] = drawn(decided[index], x, y);
    paths.set(name, (paths.get(name) ?? "") + d);
  }
  const at = decided.length;
  const width = Math.ceil(total / rows) * pitch - 1;
  const height = rows * pitch - 1;
  return (
    <svg
      className="stones queue-map"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${decided.length} decided in this sitting, ${left} left`}
    >
      {[...paths].map(([name, d]) => (
        <path key={name} className={name} d={d} />
      ))}
      {left > 0 ? (
        <path className="here" d={stonePath(Math.floor(at / rows) * pitch - 1, (at % rows) * pitch - 1, 6)} />
      ) : null}
    </svg>
  );
});

function drawn(mark: PastMark | undefined, x: number, y: number): [name: string, d: string] {
  if (mark === "accepted") return ["full", stonePath(x, y, 4)];
  if (mark === "edited") return ["cut", `M${x} ${y}h2l2 2v2h-4z`];
  if (mark === "rejected") return ["refused", `M${x} ${y}l4 4h-4z`];
  if (mark === "skipped" || mark === "flagged") return ["dash", `M${x} ${y + 1}h4v1h-4z`];
  return ["bed", stonePath(x, y, 4)];
}
