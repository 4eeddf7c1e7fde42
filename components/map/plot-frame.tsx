import type { ReactNode } from "react";
import { quadrants } from "./map-words.ts";
import { cornerLine, margins, type PlotGeometry } from "./plot-geometry.ts";

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** Axes, the lines at the middle and the names of the corners; what is drawn between them is given. */
export function PlotFrame({
  geometry,
  across,
  up,
  children,
}: {
  geometry: PlotGeometry;
  /** What the scores mean, below and beside their axes. */
  across: string;
  up: string;
  children: ReactNode;
}) {
  const { box, x, y, cornerLines: lines } = geometry;
  const [left, right, top, bottom] = [x(0), x(1), y(1), y(0)];
  const below = (lines - 1) * cornerLine;
  const tick = (value: number) => (value === 0 ? "0" : value === 1 ? "1" : `.${value * 10}`);
  return (
    <svg
      className="map-frame"
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      aria-hidden="true"
    >
      <path
        className="map-grid"
        d={ticks.map((value) => `M${crisp(x(value))} ${top}V${bottom}M${left} ${crisp(y(value))}H${right}`).join("")}
      />
      <path className="map-middle" d={`M${crisp(x(0.5))} ${top}V${bottom}M${left} ${crisp(y(0.5))}H${right}`} />
      {ticks.map((value) => (
        <text key={`x${value}`} className="map-tick" x={x(value)} y={bottom + 16} textAnchor="middle">
          {tick(value)}
        </text>
      ))}
      {ticks.map((value) => (
        <text key={`y${value}`} className="map-tick" x={left - 8} y={y(value) + 4} textAnchor="end">
          {tick(value)}
        </text>
      ))}
      <text className="map-axis" x={right} y={box.height - 4} textAnchor="end">
        {across} →
      </text>
      <text className="map-axis" transform={`translate(12 ${margins.top}) rotate(-90)`} textAnchor="end">
        {up} →
      </text>
      {children}
      <g className="map-corners">
        <Corner words={quadrants.highHigh} x={right - 8} y={top + 18} lines={lines} />
        <Corner words={quadrants.lowHigh} x={left + 8} y={top + 18} lines={lines} start />
        <Corner words={quadrants.highLow} x={right - 8} y={bottom - 10 - below} lines={lines} />
        <Corner words={quadrants.lowLow} x={left + 8} y={bottom - 10 - below} lines={lines} start />
      </g>
    </svg>
  );
}

/** The name of a corner, in two lines where there is little room. */
function Corner({
  words,
  x,
  y,
  lines,
  start = false,
}: {
  words: string;
  x: number;
  y: number;
  lines: 1 | 2;
  start?: boolean;
}) {
  const [first, ...rest] = words.split(" ");
  const said = lines === 1 ? [words] : [first, rest.join(" ")];
  return (
    <text y={y} textAnchor={start ? "start" : "end"}>
      {said.map((line, place) => (
        <tspan key={line} x={x} dy={place === 0 ? 0 : cornerLine}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function crisp(value: number): number {
  return Math.round(value - 0.5) + 0.5;
}
