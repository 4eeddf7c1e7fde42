"use client";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { formatScore } from "#components/ui/format-score.ts";
import { plural } from "#components/ui/plural.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import type { MeasureName } from "#lib/schema/score.ts";
import {
  barHeights,
  barPitch,
  barsHeight,
  barsPath,
  barsWidth,
  barWidth,
  binAt,
  binCount,
  isInside,
  isSameRange,
  moveThumb,
  type Range,
  rangeOfBins,
} from "./histogram.ts";

/** A held arrow key asks for the rows once it rests. */
const restMilliseconds = 250;

export interface ScoreHistogramProps {
  measure: MeasureName;
  title: string;
  counts: Facets[MeasureName];
  range: Range;
  onRange: (range: Range) => void;
  /** Asks for the two numbers to be typed. */
  onNumbers: () => void;
}

/**
 * The distribution of a score, which is its filter too: press or drag over the bars, or move the two thumbs by arrow keys.
 * What lies in the range is lapis, the rest ghost.
 */
export function ScoreHistogram({ measure, title, counts, range, onRange, onNumbers }: ScoreHistogramProps) {
  const [draft, setDraft] = useState<Range | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const dragging = useRef<number | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = draft ?? range;
  const heights = barHeights(counts.all);
  const inside = heights.map((height, bin) => (isInside(bin, shown) ? height : 0));
  const outside = heights.map((height, bin) => (isInside(bin, shown) ? 0 : height));
  const rows = counts.all.reduce((sum, count, bin) => (isInside(bin, shown) ? sum + count : sum), 0);

  // The range asked for has come true, or another one has; a thumb that is still moving stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the range is what this follows
  useEffect(() => {
    if (resting.current === undefined) setDraft(null);
  }, [range.from, range.to]);
  useEffect(() => () => clearTimeout(resting.current), []);

  function commit(next: Range) {
    clearTimeout(resting.current);
    resting.current = undefined;
    if (isSameRange(next, range)) setDraft(null);
    else onRange(next);
  }

  function binUnder(event: PointerEvent): number {
    const box = event.currentTarget.getBoundingClientRect();
    return binAt((event.clientX - box.left) / box.width);
  }

  function onPointerDown(event: PointerEvent<SVGSVGElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = binUnder(event);
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const bin = binUnder(event);
    setOver(bin);
    if (dragging.current !== null && bin !== dragging.current) setDraft(rangeOfBins(dragging.current, bin));
  }

  function onPointerUp(event: PointerEvent<SVGSVGElement>) {
    if (dragging.current === null) return;
    const next = rangeOfBins(dragging.current, binUnder(event));
    dragging.current = null;
    // A second press on the only bar in force lets it go.
    commit(isSameRange(next, range) ? { from: null, to: null } : next);
  }

  function onKeyDown(event: KeyboardEvent, end: "from" | "to") {
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      onNumbers();
      return;
    }
    const next = moveThumb(end, shown, event.key);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    setDraft(next);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => commit(next), restMilliseconds);
  }

  const thumb = (end: "from" | "to", value: number) => (
    <span
      role="slider"
      tabIndex={0}
      className="thumb"
      aria-label={`${title}, ${end === "from" ? "lowest" : "highest"}`}
      aria-valuemin={end === "from" ? 0 : (shown.from ?? 0)}
      aria-valuemax={end === "from" ? (shown.to ?? 1) : 1}
      aria-valuenow={value}
      aria-valuetext={`${value.toFixed(2)}, ${plural(rows, "row")}`}
      style={{ insetInlineStart: `${value * 100}%` }}
      onKeyDown={(event) => onKeyDown(event, end)}
      onBlur={() => draft !== null && commit(draft)}
    />
  );
  const low = over === null ? 0 : over / binCount;
  return (
    <div className="histogram" data-measure={measure}>
      <svg
        width={barsWidth}
        height={barsHeight + 1}
        viewBox={`0 0 ${barsWidth} ${barsHeight + 1}`}
        aria-hidden="true"
        className="bars"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          dragging.current = null;
          setDraft(null);
        }}
        onPointerLeave={() => setOver(null)}
      >
        <path className="outside" d={barsPath(outside)} />
        <path className="inside" d={barsPath(inside)} />
        <path className="axis" d={`M0 ${barsHeight}.5h${barsWidth}`} />
        {over === null ? null : (
          <rect className="over" x={over * barPitch} y={0} width={barWidth} height={barsHeight} />
        )}
      </svg>
      {thumb("from", shown.from ?? 0)}
      {thumb("to", shown.to ?? 1)}
      {over === null ? null : (
        <span className="tooltip histogram-tip" role="presentation">
          {plural(counts.all[over] ?? 0, "row")}, {formatScore(low)}–{formatScore(low + 1 / binCount)}
        </span>
      )}
    </div>
  );
}
