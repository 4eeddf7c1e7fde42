"use client";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import type { Facets } from "#lib/schema/conversation-view.ts";
import type { MeasureName } from "#lib/schema/score.ts";
import type { Range } from "./histogram.ts";
import { PopMenu, type PopMenuHandle } from "./pop-menu.tsx";
import { ScoreHistogram } from "./score-histogram.tsx";
import { ScoreRange } from "./score-range.tsx";

/** The head of a score: what it is, its distribution, and the range in numbers, which can be typed. */
export function ScoreHead({
  measure,
  title,
  means,
  calibrated,
  button,
  counts,
  range,
  onRange,
}: {
  measure: MeasureName;
  title: string;
  /** Which estimator's word it is, in words. */
  means: string;
  /** Whose values are calibrated. */
  calibrated: "all" | readonly string[];
  /** Sorts by the score. */
  button: ReactNode;
  counts: Facets[MeasureName];
  range: Range;
  onRange: (range: Range) => void;
}) {
  const numbers = useRef<PopMenuHandle>(null);
  return (
    <span className="score-head">
      <span className="score-head-line" title={`${means}${calibratedWords(calibrated)}`}>
        <MeasureGlyph measure={measure} />
        {button}
        <PopMenu
          ref={numbers}
          name={`${title}: type two numbers`}
          look="bare"
          className="numbers"
          label={<Icon of={SlidersHorizontal} size={14} />}
        >
          <p className="mb-2 max-w-56 text-12 text-ink-2">
            It is {means}
            {calibratedWords(calibrated)}.
          </p>
          <ScoreRange title={title} {...range} onChange={(from, to) => onRange({ from, to })} />
        </PopMenu>
      </span>
      {calibrated.length === 0 ? null : (
        <span className="score-head-note">
          {calibrated === "all" ? "calibrated" : `${calibrated.length} calibrated`}
        </span>
      )}
      <ScoreHistogram
        measure={measure}
        title={title}
        counts={counts}
        range={range}
        onRange={onRange}
        onNumbers={() => numbers.current?.open()}
      />
    </span>
  );
}

/** That values are calibrated, and whose, to go after what they are. */
function calibratedWords(calibrated: "all" | readonly string[]): string {
  if (calibrated === "all") return ", calibrated to what people said";
  if (calibrated.length === 0) return "";
  return `, calibrated to what people said for ${calibrated.length === 1 ? "one culture" : `${calibrated.length} cultures`}`;
}
