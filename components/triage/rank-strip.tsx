import { stonePath } from "#components/ui/stone-path.ts";

const stones = 20;
const size = 9;
const pitch = 11;

/**
 * Where an item stands in its culture: twenty stones, each a twentieth of the culture's items from low to high. Those
 * below are full, the item's own is framed and in colour, those above are hollow.
 */
export function RankStrip({ percentile }: { percentile: number }) {
  const own = Math.min(stones - 1, Math.floor(percentile * stones));
  const places = Array.from({ length: stones }, (_, index) => index * pitch);
  const width = stones * pitch - 2;
  const draw = (from: number, to: number, inset: number) =>
    places
      .slice(from, to)
      .map((x) => stonePath(x + inset, 3 + inset, size - 2 * inset))
      .join("");
  return (
    <svg className="stones max-w-full" width={width} height={15} viewBox={`0 0 ${width} 15`} aria-hidden="true">
      <path className="ghost" d={draw(0, own, 0)} />
      <path className="full" d={draw(own, own + 1, 0)} />
      <path className="here" d={stonePath(own * pitch - 2, 1, size + 4)} />
      <path className="ghost-ring" d={draw(own + 1, stones, 0.5)} />
    </svg>
  );
}
