import { measureTitles } from "#components/conversations/measure-words.ts";
import { percent } from "#components/conversations/percentile-words.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { plural } from "#components/ui/plural.ts";
import { measureNames } from "#lib/schema/choices.ts";
import type { MapCulture, MapCultures, MapSummary } from "#lib/schema/map.ts";
import type { MeasureName } from "#lib/schema/score.ts";
import { distributionTable } from "./distribution-table.tsx";
import { Figure } from "./figure.tsx";
import { FigureSwitch } from "./figure-switch.tsx";
import { medianWords } from "./map-words.ts";
import { PlotTable } from "./plot-table.tsx";

const bar = 9;
const pitch = 10;
const high = 52;

/** How the scores of each culture lie: small pictures on the same axes, drawn on the server. */
export function Distributions({ project, summary, title }: { project: string; summary: MapCultures; title: string }) {
  const { cultures } = summary;
  const most = {
    representativeness: Math.max(0, ...cultures.map((culture) => highest(culture.representativeness))),
    distinctiveness: Math.max(0, ...cultures.map((culture) => highest(culture.distinctiveness))),
  };
  return (
    <Figure labelledBy="map-title">
      <div className="map-head">
        <h2 id="map-title">{title}</h2>
        <FigureSwitch />
      </div>
      <div className="map-as-table">
        <PlotTable
          caption={`${title}: scores by culture`}
          fileName={`${project}-distributions.csv`}
          {...distributionTable(cultures)}
        />
      </div>
      <div className="map-as-plot">
        <p className="map-hint">
          Each column is a twenty-fourth of the scale, its height the share of the culture's scored conversations; all
          pictures of a score go equally far up, to {percent(most.representativeness)} and{" "}
          {percent(most.distinctiveness)}. The line is the median, the bar below it where it may be (95 %).
        </p>
        <ul className="map-multiples">
          {cultures.map((culture) => (
            <li key={culture.code}>
              <h3>
                <CultureName {...culture} />
                <span className="n">{formatCount(culture.conversations)}</span>
              </h3>
              {measureNames.map((measure) => (
                <Distribution key={measure} culture={culture} measure={measure} most={most[measure]} />
              ))}
            </li>
          ))}
        </ul>
      </div>
    </Figure>
  );
}

function Distribution({ culture, measure, most }: { culture: MapCulture; measure: MeasureName; most: number }) {
  const summary = culture[measure];
  const name = measureTitles[measure];
  const without = culture.conversations - summary.scored;
  const width = summary.bins.length * pitch - 1;
  const x = (score: number) => score * width;
  const said = `${name}: median ${medianWords(summary)}, ${formatCount(summary.scored)} scored`;
  const [first] = summary.reasons ?? [];
  return (
    <div className="map-distribution">
      <p>
        <MeasureGlyph measure={measure} /> {name} <b className="n">{medianWords(summary)}</b>
      </p>
      <svg width={width} height={high + 22} viewBox={`0 0 ${width} ${high + 22}`} role="img" aria-label={said}>
        <path
          className="map-bars"
          d={summary.bins
            .map((count, place) => {
              const side =
                summary.scored === 0 || count === 0
                  ? 0
                  : Math.max(1, Math.round((count / summary.scored / most) * high));
              return side === 0 ? "" : `M${place * pitch} ${high}v${-side}h${bar}v${side}z`;
            })
            .join("")}
        />
        <path className="map-floor" d={`M0 ${high + 0.5}H${width}`} />
        {summary.median === null ? null : (
          <path className="map-median-line" d={`M${x(summary.median)} 0V${high + 6}`} />
        )}
        {summary.interval === null ? null : (
          <path
            className="map-interval"
            d={`M${x(summary.interval.low)} ${high + 5}H${Math.max(x(summary.interval.high), x(summary.interval.low) + 1)}`}
          />
        )}
        <text x="0" y={high + 19}>
          0
        </text>
        <text x={width / 2} y={high + 19} textAnchor="middle">
          .5
        </text>
        <text x={width} y={high + 19} textAnchor="end">
          1
        </text>
      </svg>
      {without === 0 ? null : (
        <p className="map-hint">
          {percent(without / culture.conversations)} without: {plural(without, "conversation")}
          {first === undefined ? "" : `. ${first.reason}`}
          {(summary.reasons?.length ?? 0) > 1
            ? ` (${formatCount(first?.count ?? 0)}; all reasons are in the table)`
            : ""}
        </p>
      )}
    </div>
  );
}

/** The largest share that one column holds. */
function highest({ bins, scored }: MapSummary): number {
  return scored === 0 ? 0 : Math.max(...bins) / scored;
}
