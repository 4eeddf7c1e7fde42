import { shareStones } from "./share-stones.ts";
import { stonePath } from "./stone-path.ts";

type StoneState = "accepted" | "pending" | "rejected" | "updated" | "missing" | "bed";

export interface StonePart {
  state: StoneState;
  count: number;
  word: string;
}

function draw(state: StoneState, x: number, y: number, size: number): { className: string; d: string }[] {
  const ring = stonePath(x + 0.5, y + 0.5, size - 1);
  switch (state) {
    case "accepted":
      return [{ className: "full", d: stonePath(x, y, size) }];
    case "pending":
      return [{ className: "hollow", d: ring }];
    case "rejected":
      // Under 7 px a cross would blur, so half the stone stands for it.
      if (size < 7) return [{ className: "refused", d: `M${x} ${y}v${size}h${size}z` }];
      return [
        { className: "refused-ring", d: ring },
        {
          className: "cross",
          d: `M${x + 3} ${y + 3}l${size - 6} ${size - 6}M${x + size - 3} ${y + 3}l${6 - size} ${size - 6}`,
        },
      ];
    case "updated":
      return [
        { className: "flight-ring", d: ring },
        { className: "full", d: `M${x} ${y + Math.floor(size / 2)}h${size}v${Math.ceil(size / 2)}h${-size}z` },
      ];
    case "missing":
      return [{ className: "dot", d: stonePath(x + size / 2 - 1, y + size / 2 - 1, 2) }];
    case "bed":
      return [{ className: "bed", d: stonePath(x, y, size) }];
  }
}

/**
 * A strip of stones, each an equal share of the whole; with `exact` each is one thing. Drawn as one path for each
 * state, on the server. Its name says the counts.
 */
export function StoneStrip({
  parts,
  stones = 20,
  columns = stones,
  size = 6,
  exact = false,
  label,
}: {
  parts: readonly StonePart[];
  stones?: number;
  columns?: number;
  size?: number;
  exact?: boolean;
  label?: string;
}) {
  const gap = size < 8 ? 1 : 2;
  const shares = exact
    ? parts.map((part) => part.count)
    : shareStones(
        parts.map((part) => part.count),
        stones,
      );
  const paths = new Map<string, string>();
  let place = 0;
  for (const [index, part] of parts.entries()) {
    for (let count = shares[index] ?? 0; count > 0; count -= 1) {
      const x = (place % columns) * (size + gap);
      const y = Math.floor(place / columns) * (size + gap);
      for (const { className, d } of draw(part.state, x, y, size))
        paths.set(className, (paths.get(className) ?? "") + d);
      place += 1;
    }
  }
  const rows = Math.max(1, Math.ceil(place / columns));
  const width = Math.min(columns, Math.max(place, 1)) * (size + gap) - gap;
  const height = rows * (size + gap) - gap;
  const name =
    label ??
    parts
      .filter((part) => part.count > 0)
      .map((part) => `${part.count} ${part.word}`)
      .join(", ");
  return (
    <svg
      className="stones max-w-full"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name === "" ? "none" : name}
    >
      {[...paths].map(([className, d]) => (
        <path key={className} className={className} d={d} />
      ))}
    </svg>
  );
}
