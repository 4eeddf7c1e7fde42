import type { ReactNode } from "react";
import { stonePath } from "./stone-path.ts";

const columns = 25;
const rows = 5;
const pitch = 12;

/** Nothing here yet: a bed of missing dots with one stone set, one sentence, one button. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  const dots: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (row === 2 && column === 2) continue;
      dots.push(stonePath(column * pitch + 4, row * pitch + 4, 2));
    }
  }
  return (
    <div className="py-8">
      <svg
        className="stones max-w-full"
        width={columns * pitch}
        height={rows * pitch}
        viewBox={`0 0 ${columns * pitch} ${rows * pitch}`}
        aria-hidden="true"
      >
        <path className="dot" d={dots.join("")} />
        <path className="full" d={stonePath(2 * pitch, 2 * pitch, 10)} />
      </svg>
      <p className="mt-5 max-w-[60ch] text-ink-2">{children}</p>
      {action === undefined ? null : <div className="mt-4">{action}</div>}
    </div>
  );
}
