"use client";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { FilterChips } from "#components/conversations/filter-chips.tsx";
import { type FilterState, filterQuery } from "#components/conversations/filter-state.ts";
import { filterWords } from "#components/conversations/filter-words.ts";
import { estimatorWords } from "#components/conversations/percentile-words.ts";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { formatScore } from "#components/ui/format-score.ts";
import { Note } from "#components/ui/note.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { countRange, rangeTest } from "#lib/curation/map/count-range.ts";
import { nearestPoints } from "#lib/curation/map/nearest-point.ts";
import { cultureOf, type MapPoints, statusOf } from "#lib/curation/map/pack-points.ts";
import { scoreOfCode } from "#lib/curation/map/score-code.ts";
import { statuses } from "#lib/schema/choices.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import type { MapCultures } from "#lib/schema/map.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import { BrushPane } from "./brush-pane.tsx";
import { CategoryMark, categoryColour, categoryCount } from "./category-mark.tsx";
import { densityPath } from "./density-path.ts";
import { Figure } from "./figure.tsx";
import { FigureSwitch } from "./figure-switch.tsx";
import { hasRange, withoutRanges } from "./map-state.ts";
import { medianTitle, plotSummary } from "./map-words.ts";
import { MedianLayer } from "./median-layer.tsx";
import { medianTable } from "./median-table.tsx";
import { PlotFrame } from "./plot-frame.tsx";
import { margins, plotGeometry } from "./plot-geometry.ts";
import { PlotTable } from "./plot-table.tsx";
import { PointCard } from "./point-card.tsx";
import { pointScene, shadedFrom } from "./point-scene.ts";
import { useBox } from "./use-box.ts";
import { useConversationsOf } from "./use-conversations-of.ts";
import { useMapState } from "./use-map-state.ts";
import { type Brush, usePlotHand } from "./use-plot-hand.ts";
import { usePointCanvas } from "./use-point-canvas.ts";
import { type PointsAnswer, usePoints } from "./use-points.ts";
import { useThemeColours } from "./use-theme-colours.ts";

const FilterDrawer = lazy(() => import("#components/conversations/filter-drawer.tsx"));
const FacetPanel = lazy(() =>
  import("#components/conversations/facet-panel.tsx").then(({ FacetPanel }) => ({ default: FacetPanel })),
);

const drawnAtFirst = { width: 820, height: 520 };
const colourNames = Array.from({ length: categoryCount + 1 }, (_, index) => categoryColour(index));

export interface ScoreMapProps {
  project: Pick<ProjectView, "slug" | "shownRepresentativeness" | "shownDistinctiveness">;
  summary: MapCultures;
  facets: Facets;
  languageNames: Readonly<Record<string, string>>;
  openFacets: readonly string[];
}

/** Representativeness by distinctiveness: medians by culture, the points behind them, and what a brush holds. */
export function ScoreMap({ project, summary, facets, languageNames, openFacets }: ScoreMapProps) {
  const { state, change } = useMapState();
  const { filter } = state;
  const base = `/projects/${project.slug}`;
  const drawnOf = filterQuery(withoutRanges(filter));
  const { answer, trouble } = usePoints(`${base}/map/points${drawnOf === "" ? "" : `?${drawnOf}`}`);
  const points = answer?.points ?? null;
  const [boxRef, box] = useBox(drawnAtFirst);
  const geometry = useMemo(() => plotGeometry(box), [box]);
  const [drawer, setDrawer] = useState(false);

  const categoryOf = useCallback(
    (code: string) => {
      const place = summary.cultures.findIndex((culture) => culture.code === code);
      return place === -1 ? categoryCount : Math.min(place, categoryCount);
    },
    [summary.cultures],
  );
  const setFilter = useCallback(
    (part: Partial<FilterState>) => change({ filter: { ...filter, ...part } }),
    [change, filter],
  );
  const onBrush = useCallback(
    (brush: Brush | null) =>
      setFilter({
        representativenessFrom: brush?.r.from ?? null,
        representativenessTo: brush?.r.to ?? null,
        distinctivenessFrom: brush?.d.from ?? null,
        distinctivenessTo: brush?.d.to ?? null,
      }),
    [setFilter],
  );
  const onTake = useCallback(
    (point: number) => {
      if (answer === null || points === null) return;
      const { culture, status, representativeness, distinctiveness } = factsOf(answer, points, point);
      announce(
        `${culture.name}, ${status}, representative ${formatScore(representativeness)}, distinctive ${formatScore(distinctiveness)}`,
      );
    },
    [answer, points],
  );
  const hand = usePlotHand({ points, geometry, onBrush, onTake });

  const { r, d } = useMemo(
    () => ({
      r: { from: filter.representativenessFrom, to: filter.representativenessTo },
      d: { from: filter.distinctivenessFrom, to: filter.distinctivenessTo },
    }),
    [filter],
  );
  const shownR = hand.drag?.r ?? r;
  const shownD = hand.drag?.d ?? d;
  const brushed = hand.drag !== null || hasRange(filter);
  const counts = useMemo(
    () => (points === null ? null : countRange(points, shownR, shownD, answer?.cultures.length ?? 0)),
    [points, answer, shownR, shownD],
  );
  const nearest = useMemo(
    () =>
      points === null
        ? []
        : nearestPoints(points, rangeTest(points, r, d), middleOf(r), middleOf(d), geometry.plot, 5).map(
            (point) => points.numbers[point] ?? -1,
          ),
    [points, geometry, r, d],
  );
  const inHand = hand.point !== null && points !== null ? (points.numbers[hand.point] ?? -1) : null;
  const nearestRows = useConversationsOf(base, nearest);
  const handRows = useConversationsOf(
    base,
    useMemo(() => (inHand === null ? [] : [inHand]), [inHand]),
  );

  const colours = useThemeColours(colourNames);
  const description = plotSummary(summary.cultures, state.points ? (points?.length ?? null) : null);
  const scene = useMemo(
    () =>
      state.points && answer !== null && points !== null && colours.length > 0
        ? pointScene(answer, points, categoryOf, colours, geometry)
        : null,
    [state.points, answer, points, colours, categoryOf, geometry],
  );
  const canvas = usePointCanvas(scene);
  const density = useMemo(
    () => (state.points && points !== null ? densityPath(points, geometry) : null),
    [state.points, points, geometry],
  );
  const shaded = points !== null && points.length > shadedFrom;
  const words = filterWords(withoutRanges(filter), facets, languageNames, null);
  const facts = hand.point !== null && answer !== null && points !== null ? factsOf(answer, points, hand.point) : null;
  const [handX, handY] =
    facts === null ? [0, 0] : [geometry.x(facts.representativeness), geometry.y(facts.distinctiveness)];
  const table = useMemo(
    () => medianTable(summary.cultures, answer, categoryOf),
    [summary.cultures, answer, categoryOf],
  );
  const title = medianTitle(summary.cultures);

  return (
    <Figure labelledBy="map-title">
      <div className="map-head">
        <h2 id="map-title">{title}</h2>
        <div className="map-tools">
          <Button onClick={() => setDrawer(true)}>Filters</Button>
          <div className="map-as-plot">
            <Segmented
              label="What is drawn"
              options={[
                { value: "medians", label: "Medians" },
                { value: "points", label: "Points too" },
              ]}
              value={state.points ? "points" : "medians"}
              onChange={(value) => change({ points: value === "points" })}
            />
          </div>
          <FigureSwitch />
        </div>
      </div>
      {words.length === 0 ? null : (
        <div className="map-chips">
          <FilterChips words={words} onChange={setFilter} />
        </div>
      )}
      {trouble === null ? null : (
        <Note trouble role="alert">
          {trouble}
        </Note>
      )}
      <div className="map-body">
        <div className="map-as-table">
          <PlotTable
            caption={`${title}: medians by culture with their 95 % intervals`}
            fileName={`${project.slug}-medians.csv`}
            {...table}
          />
        </div>
        <div className="map-as-plot map-plot-side">
          <div className="map-plot" ref={boxRef}>
            <canvas className="map-canvas" ref={canvas} role="img" aria-label={description} hidden={!state.points} />
            <PlotFrame
              geometry={geometry}
              across={`Representative: ${estimatorWords("representativeness", project.shownRepresentativeness)}`}
              up={`Distinctive: ${estimatorWords("distinctiveness", project.shownDistinctiveness)}`}
            >
              {density === null ? null : (
                <path className={shaded ? "map-density" : "map-density on-paper"} d={density} />
              )}
              <MedianLayer cultures={summary.cultures} geometry={geometry} />
              {brushed ? (
                <rect
                  className="map-brush"
                  x={geometry.x(shownR.from ?? 0)}
                  y={geometry.y(shownD.to ?? 1)}
                  width={Math.max(1, geometry.x(shownR.to ?? 1) - geometry.x(shownR.from ?? 0))}
                  height={Math.max(1, geometry.y(shownD.from ?? 0) - geometry.y(shownD.to ?? 1))}
                />
              ) : null}
              {facts === null ? null : <rect className="map-here" x={handX - 6} y={handY - 6} width="12" height="12" />}
            </PlotFrame>
            <div
              className="map-surface"
              role="application"
              aria-roledescription="plot"
              aria-label={description}
              aria-describedby="map-keys"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move between points, so the plot takes the focus
              tabIndex={0}
              onPointerDown={hand.onPointerDown}
              onPointerMove={hand.onPointerMove}
              onPointerUp={hand.onPointerUp}
              onPointerCancel={hand.onPointerCancel}
              onKeyDown={hand.onKeyDown}
            />
            {facts === null ? null : (
              <PointCard
                project={project.slug}
                facts={facts}
                conversation={inHand === null ? null : (handRows.get(inHand) ?? null)}
                x={handX}
                y={handY}
                before={handX > box.width - margins.right - 300}
                above={handY > box.height / 2}
              />
            )}
          </div>
          <p id="map-keys" className="map-hint">
            Drag to hold a part. Arrow keys go from point to point, Escape lets go. Bars are 95 % intervals of the
            medians.
          </p>
          <ul className="map-legend" aria-label="Cultures">
            {summary.cultures.slice(0, categoryCount).map(({ code, name }, index) => (
              <li key={code}>
                <CategoryMark index={index} />
                <bdi>{name}</bdi>
              </li>
            ))}
            {summary.cultures.length > categoryCount ? (
              <li>
                <CategoryMark index={categoryCount} />
                all others
              </li>
            ) : null}
          </ul>
          {state.points ? <StatusLegend shaded={shaded} /> : null}
        </div>
        <BrushPane
          project={project.slug}
          filter={filter}
          answer={answer}
          counts={counts}
          nearest={nearest.flatMap((number) => nearestRows.get(number) ?? [])}
          categoryOf={categoryOf}
          onFilter={setFilter}
        />
      </div>
      {drawer ? (
        <Suspense>
          <FilterDrawer matching={facets.matching} onClose={() => setDrawer(false)}>
            <FacetPanel
              facets={facets}
              filter={filter}
              languageNames={languageNames}
              openAtFirst={openFacets}
              withScores={false}
              onChange={setFilter}
            />
          </FilterDrawer>
        </Suspense>
      ) : null}
    </Figure>
  );
}

/** The shapes of points, each with its word. */
function StatusLegend({ shaded }: { shaded: boolean }) {
  return (
    <ul className="map-legend" aria-label="Statuses">
      {statuses.map((status) => (
        <li key={status}>
          <svg className="map-mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            {marks[status]}
          </svg>
          {status}
        </li>
      ))}
      {shaded ? <li>grey stones: the larger, the more conversations lie there</li> : null}
    </ul>
  );
}

const marks = {
  pending: <path d="M4.5 4.5h7v7h-7z" fill="none" stroke="var(--ink-2)" />,
  accepted: <path d="M4 4h8v8H4z" fill="var(--ink-2)" />,
  rejected: <path d="M8 4l4 8H4z" fill="var(--ink-2)" />,
};

function factsOf({ cultures }: PointsAnswer, points: MapPoints, point: number) {
  const culture = cultures[cultureOf(points, point)] ?? { code: "", name: "–", endonym: "–", language: "und" };
  return {
    culture,
    status: statusOf(points, point),
    representativeness: scoreOfCode(points.representativeness[point] ?? 0),
    distinctiveness: scoreOfCode(points.distinctiveness[point] ?? 0),
  };
}

function middleOf({ from, to }: { from: number | null; to: number | null }): number {
  return ((from ?? 0) + (to ?? 1)) / 2;
}
