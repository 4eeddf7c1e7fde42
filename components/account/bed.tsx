import { stonePath } from "#components/ui/stone-path.ts";
import { cultures } from "#lib/registry/cultures/index.ts";

const pitch = 24;
const columns = 40;
const rows = 48;
/** Where the first stone is set. */
const start = 1;
const top = 2;

/** One stone for each culture of the registry, a column for each zone, in a bed of dots still to be filled. Still, server-drawn. */
export function Bed() {
  const zones = new Map<string, number>();
  for (const culture of cultures) zones.set(culture.zone, (zones.get(culture.zone) ?? 0) + 1);
  const lengths = [...zones.values()].sort((a, b) => b - a);
  const set = (column: number, row: number) => row >= top && row < top + (lengths[column - start] ?? 0);
  const dots: string[] = [];
  const stones: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column * pitch, row * pitch];
      if (set(column, row)) stones.push(stonePath(x + 5, y + 5, 14));
      else dots.push(stonePath(x + 11, y + 11, 2));
    }
  }
  return (
    <div className="relative h-full overflow-hidden bg-ground">
      <svg
        className="stones"
        width={columns * pitch}
        height={rows * pitch}
        viewBox={`0 0 ${columns * pitch} ${rows * pitch}`}
        aria-hidden="true"
      >
        <path className="dot" d={dots.join("")} />
        <path className="full" d={stones.join("")} />
      </svg>
      <p className="not-small absolute inset-x-0 bottom-0 bg-ground px-8 py-4 text-12 text-ink-3">
        One stone for each of the {cultures.length} cultures you can start from, a column for each of {lengths.length}{" "}
        zones.
      </p>
    </div>
  );
}
