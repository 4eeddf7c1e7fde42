import { percentile } from "../timing.ts";
import type { Paint } from "./probe.ts";

/** One line of the table: many presses of one kind. */
export interface Series {
  count: number;
  "p50 ms": number;
  "p75 ms": number;
  "p98 ms": number;
  "max ms": number;
  /** By the browser's own Event Timing, which tells nothing below 16 ms. */
  "event p75 ms": number | "< 16" | "–";
  /** Presses after which nothing came. */
  missed: number;
  target: string;
}

export function seriesOf(paints: readonly (Paint | null)[], target = ""): Series {
  const seen = paints.filter((each) => each !== null);
  const painted = seen.map((each) => each.painted);
  const event = percentile(
    seen.map((each) => each.event ?? 0),
    0.75,
  );
  return {
    count: paints.length,
    "p50 ms": percentile(painted, 0.5),
    "p75 ms": percentile(painted, 0.75),
    "p98 ms": percentile(painted, 0.98),
    "max ms": percentile(painted, 1),
    "event p75 ms": Number.isNaN(event) ? "–" : event < 16 ? "< 16" : event,
    missed: paints.length - seen.length,
    target,
  };
}
