import { formatCount } from "./format-count.ts";
import { StoneStrip } from "./stone-strip.tsx";

/** How far something is: twenty stones and the numbers, always the numbers. `total` null while it is not known. */
export function Progress({
  label,
  done,
  total,
  unit = "",
}: {
  label: string;
  done: number;
  total: number | null;
  unit?: string;
}) {
  const known = total !== null && total > 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuenow={done}
      {...(known ? { "aria-valuemax": total } : {})}
      aria-valuetext={`${formatCount(done)}${known ? ` of ${formatCount(total)}` : ""} ${unit}`.trim()}
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <StoneStrip
        label=""
        parts={[
          { state: "accepted", count: known ? Math.min(done, total) : 0, word: "done" },
          { state: "bed", count: known ? Math.max(0, total - done) : 1, word: "to come" },
        ]}
      />
      <span>
        <span className="n">{formatCount(done)}</span>
        {known ? (
          <>
            {" of "}
            <span className="n">{formatCount(total)}</span>
          </>
        ) : null}{" "}
        {unit}
      </span>
    </div>
  );
}
