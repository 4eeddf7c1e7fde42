"use client";
import { useTable } from "@tanstack/react-table";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { features } from "#components/data-table/table-features.ts";
import { oneOf, sortKeys } from "#lib/schema/choices.ts";
import { browseColumns } from "./browse-columns.tsx";
import { columnNames } from "./column-choice.ts";
import { estimatorWords } from "./percentile-words.ts";
import { SelectHead } from "./select-head.tsx";
import { headState } from "./selection.ts";
import { SortButton } from "./sort-button.tsx";
import { pressSort } from "./sorts.ts";
import type { Browser } from "./use-browser.ts";

// The server draws the bars; what makes them a filter comes after the rows.
const ScoreHead = lazy(async () => ({ default: (await import("./score-head.tsx")).ScoreHead }));

/**
 * The table of Browse and what stands above its columns. The server filters, sorts and pages; the table holds the columns
 * chosen and the rows at hand. Cells stay the same while only heads change, so rows are not drawn anew.
 */
export function useBrowserTable(browser: Browser, now: number) {
  const { state, rows, selection, setState, setFilter, hrefOf, project } = browser;
  const { facets, list } = rows;
  const { columns: chosen, sort, filter } = state;
  const columns = useMemo(() => browseColumns(chosen, hrefOf, now), [chosen, hrefOf, now]);
  const data = useMemo(() => [...list.head, ...list.tail], [list.head, list.tail]);
  const table = useTable({ features, columns, data, getRowId: (row) => row.id });

  const sorted = new Map<string, "ascending" | "descending" | "none">();
  const heads = new Map<string, ReactNode>([
    [
      "select",
      <SelectHead
        key="select"
        state={headState(selection.selection, list.head)}
        loaded={list.head.length}
        onAll={selection.all}
      />,
    ],
    ["question", "Question"],
  ]);
  for (const id of chosen) {
    const by = oneOf(sortKeys, id);
    const title = columnNames[id];
    if (by === null) {
      heads.set(id, title);
      continue;
    }
    const place = sort.findIndex((column) => column.by === by);
    const direction = sort[place]?.direction ?? null;
    sorted.set(id, direction ?? "none");
    let content: ReactNode = (
      <SortButton
        title={title}
        direction={direction}
        place={sort.length > 1 ? place + 1 : 0}
        onPress={(add) => setState({ sort: pressSort(sort, by, add) })}
      />
    );
    if (id === "representativeness" || id === "distinctiveness") {
      const waiting = (
        <span className="score-head">
          <span className="score-head-line">{content}</span>
          <span className="histogram" />
        </span>
      );
      content = (
        <Suspense fallback={waiting}>
          <ScoreHead
            measure={id}
            title={title}
            means={estimatorWords(
              id,
              id === "representativeness" ? project.shownRepresentativeness : project.shownDistinctiveness,
            )}
            calibrated={project.calibrated[id]}
            button={content}
            counts={facets[id]}
            range={{ from: filter[`${id}From`], to: filter[`${id}To`] }}
            onRange={({ from, to }) => setFilter({ [`${id}From`]: from, [`${id}To`]: to })}
          />
        </Suspense>
      );
    }
    heads.set(id, content);
  }
  return { table, heads, sorted };
}
