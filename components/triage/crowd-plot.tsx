import { classNames } from "#components/ui/class-names.ts";
import { formatScore } from "#components/ui/format-score.ts";
import { stonePath } from "#components/ui/stone-path.ts";
import { crowdStones } from "./crowd-stones.ts";

const size = 11;
const pitch = 13;
const caretHeight = 8;
const steps = [0.2, 0.4, 0.6, 0.8] as const;

/** The crowd a score stands in: columns of stones, the item itself in its colour, with a caret below. */
export function CrowdPlot({
  crowd,
  value,
  name,
  stale,
}: {
  crowd: readonly number[];
  value: number;
  /** Whose scores these are, for those who hear the page. */
  name: string;
  stale: boolean;
}) {
  const drawn = crowdStones(crowd, value);
  if (drawn === null) return null;
  const { columns, own, high } = drawn;
  const width = columns.length * pitch - 2;
  const floor = high * pitch;
  const place = (column: number, from: number, count: number, inset = 0) =>
    Array.from({ length: count }, (_, index) =>
      stonePath(column * pitch + inset, floor - (from + index + 1) * pitch + 2 + inset, size - 2 * inset),
    ).join("");
  const draw = (each: (column: (typeof columns)[number], at: number) => string) => columns.map(each).join("");
  const middle = own * pitch + size / 2;
  const step = steps.filter((edge) => value >= edge).length + 1;
  return (
    <svg
      className="stones crowd"
      width={width}
      height={floor + caretHeight + 2}
      viewBox={`0 0 ${width} ${floor + caretHeight + 2}`}
      role="img"
      aria-label={`${name}; this one is at ${formatScore(value)}`}
    >
      <path className="ghost" d={draw(({ solid }, at) => place(at, 0, solid))} />
      <path className="ghost-ring" d={draw(({ hollow }, at) => place(at, 0, hollow, 0.5))} />
      <path
        className={classNames(stale ? "ghost-ring" : `s${step}`)}
        d={place(own, columns[own]?.solid ?? 0, 1, stale ? 0.5 : 0)}
      />
      <path className="axis" d={`M0 ${floor + 0.5}h${width}`} />
      <path className="caret" d={`M${middle - 5} ${floor + caretHeight + 1}l5 -6l5 6z`} />
    </svg>
  );
}
