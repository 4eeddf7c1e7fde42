import type { MapCulture } from "#lib/schema/map.ts";
import { categoryColour, categoryCount, categoryPath } from "./category-mark.tsx";
import { type Label, placeLabels } from "./place-labels.ts";
import type { PlotGeometry } from "./plot-geometry.ts";

/** About the width of a letter of 13 px; names are short and only need room. */
const letter = 7.4;

/** Each culture's medians as a mark with its name, and a bar for what the median may be in either score. */
export function MedianLayer({ cultures, geometry }: { cultures: readonly MapCulture[]; geometry: PlotGeometry }) {
  const drawn = cultures.flatMap((culture, index) => {
    const [r, d] = [culture.representativeness, culture.distinctiveness];
    if (r.median === null || d.median === null) return [];
    return [{ culture, index, x: geometry.x(r.median), y: geometry.y(d.median), r, d }];
  });
  const named = drawn.filter(({ index }) => index < categoryCount);
  const labels = placeLabels(
    named,
    named.map(({ culture }) => [...culture.name].length * letter),
    geometry.names,
  );
  return (
    <g className="map-medians">
      {/* the unnamed first, so that the named lie above them */}
      {drawn.toReversed().map(({ culture, index, x, y, r, d }) => (
        <g
          key={culture.code}
          className={index < categoryCount ? undefined : "other"}
          data-culture={culture.code}
          data-median={`${r.median} ${d.median}`}
          style={{ color: `var(${categoryColour(index)})` }}
        >
          {r.interval === null ? null : (
            <path className="map-bar" d={`M${geometry.x(r.interval.low)} ${y}H${geometry.x(r.interval.high)}`} />
          )}
          {d.interval === null ? null : (
            <path className="map-bar" d={`M${x} ${geometry.y(d.interval.low)}V${geometry.y(d.interval.high)}`} />
          )}
          <path className="map-median" d={categoryPath(index, x, y)} />
        </g>
      ))}
      {named.map(({ culture, x, y }, place) => (
        <NameOf key={culture.code} name={culture.name} label={labels[place] ?? null} x={x} y={y} />
      ))}
    </g>
  );
}

function NameOf({ name, label, x, y }: { name: string; label: Label | null; x: number; y: number }) {
  if (label === null) return null;
  const width = [...name].length * letter;
  const near = Math.min(Math.max(x, label.x), label.x + width);
  return (
    <>
      {label.led ? <path className="map-lead" d={`M${x} ${y}L${near} ${label.y}`} /> : null}
      <text className="map-name" x={label.x} y={label.y + 4.5}>
        {name}
      </text>
    </>
  );
}
