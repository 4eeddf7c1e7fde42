import Link from "next/link";
import { filterQuery } from "#components/conversations/filter-state.ts";
import { browseCell, type CellAddress, CoverageGrid, cellAt, cellFilter } from "#components/overview/coverage-grid.tsx";
import { cellWords, coverageTitle, targetTitle } from "#components/overview/coverage-words.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import type { Coverage } from "#lib/schema/coverage.ts";
import { Figure } from "./figure.tsx";
import { FigureSwitch } from "./figure-switch.tsx";
import { count } from "./median-table.tsx";
import { PlotTable, type TableRow } from "./plot-table.tsx";

/** Cultures by topics against the project's target. A cell leads to its review where something waits there, else to Browse. */
export function CoverageMap({
  project,
  coverage,
  mayDecide,
  settingsHref,
}: {
  project: string;
  coverage: Coverage;
  /** Whether this person reviews at all. */
  mayDecide: boolean;
  /** Where a target is set, for those who may. */
  settingsHref: string | null;
}) {
  const browse = browseCell(project);
  const triage = triageCell(project);
  const hrefOf: CellAddress = (culture, topic, cell) =>
    mayDecide && cell.pending > 0 ? triage(culture, topic, cell) : browse(culture, topic, cell);
  const title = targetTitle(coverage) ?? coverageTitle(coverage);
  const { target } = coverage;
  const rows = coverage.cultures.flatMap((culture) =>
    coverage.topics.map((topic, at): TableRow => {
      const cell = cellAt(coverage, culture, at);
      return {
        key: `${culture.code} ${topic.key}`,
        cells: [
          { value: culture.name, shown: <CultureName {...culture} /> },
          { value: topic.name, shown: <bdi>{topic.name}</bdi> },
          count(cell.accepted),
          count(cell.pending),
          count(cell.rejected),
          ...(target === null ? [] : [count(Math.max(0, target - cell.accepted))]),
          {
            value: cellWords(cell),
            shown: (
              <span className="map-ways">
                {mayDecide && cell.pending > 0 ? (
                  <Link href={triage(culture.code, topic, cell)} prefetch={false}>
                    Triage<span className="unseen">{` ${culture.name}, ${topic.name}`}</span>
                  </Link>
                ) : null}
                {cell.count === 0 ? null : (
                  <Link href={browse(culture.code, topic, cell)} prefetch={false}>
                    Browse<span className="unseen">{` ${culture.name}, ${topic.name}`}</span>
                  </Link>
                )}
              </span>
            ),
          },
        ],
      };
    }),
  );
  return (
    <Figure labelledBy="map-coverage">
      <div className="map-head">
        <p id="map-coverage" className="map-hint">
          {mayDecide ? "A cell with something pending opens Triage with it, any other Browse." : "A cell opens Browse."}{" "}
          The table has both ways for each.
          {settingsHref === null ? null : (
            <>
              {" "}
              <Link href={settingsHref} prefetch={false}>
                {target === null ? "Say how many each cell should have" : "Change what each cell should have"}
              </Link>
            </>
          )}
        </p>
        <FigureSwitch />
      </div>
      <div className="map-as-table">
        <h2 className="map-title">{title}</h2>
        <PlotTable
          caption={`${title}: conversations by culture and topic`}
          fileName={`${project}-coverage.csv`}
          columns={[
            { key: "culture", title: "Culture" },
            { key: "topic", title: "Topic" },
            { key: "accepted", title: "Accepted", figure: true },
            { key: "pending", title: "Pending", figure: true },
            { key: "rejected", title: "Rejected", figure: true },
            ...(target === null ? [] : [{ key: "missing", title: "Missing", figure: true }]),
            { key: "ways", title: "Open" },
          ]}
          rows={rows}
        />
      </div>
      <div className="map-as-plot map-coverage">
        <CoverageGrid coverage={coverage} hrefOf={hrefOf} />
      </div>
    </Figure>
  );
}

/** The pending conversations of a cell, in Triage. */
function triageCell(project: string): CellAddress {
  return (culture, topic) => `/projects/${project}/triage?${filterQuery(cellFilter(culture, topic))}`;
}
