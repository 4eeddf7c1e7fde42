"use client";
import { type ReactNode, useMemo } from "react";
import type { GridHead } from "#components/data-table/data-grid.tsx";
import { oneOf, sortKeys } from "#lib/schema/choices.ts";
import { browseColumns } from "./browse-columns.tsx";
import { columnNames } from "./column-choice.ts";
import { estimatorWords } from "./percentile-words.ts";
import { ScoreHead } from "./score-head.tsx";
import { SelectHead } from "./select-head.tsx";
import { headState } from "./selection.ts";
import { SortButton } from "./sort-button.tsx";
import { pressSort } from "./sorts.ts";
import type { Browser } from "./use-browser.ts";

/** The columns and their heads. Cells stay the same functions while only heads change, so that rows are not drawn anew. */
export function useBrowserColumns(browser: Browser, now: number) {
  const { state, rows, selection, setState, setFilter, hrefOf, project } = browser;
  const { facets, list } = rows;
  const { columns: chosen, sort, filter } = state;
  const columns = useMemo(() => browseColumns(chosen, hrefOf, now), [chosen, hrefOf, now]);

  const heads = new Map<string, GridHead>([
    [
      "select",
      {
        content: (
          <SelectHead
            state={headState(selection.selection, list.head)}
            loaded={list.head.length}
            onAll={selection.all}
          />
        ),
      },
    ],
    ["question", { content: "Question" }],
  ]);
  for (const id of chosen) {
    const by = oneOf(sortKeys, id);
    const title = columnNames[id];
    if (by === null) {
      heads.set(id, { content: title });
      continue;
    }
    const place = sort.findIndex((column) => column.by === by);
    const direction = sort[place]?.direction ?? null;
    let content: ReactNode = (
      <SortButton
        title={title}
        direction={direction}
        place={sort.length > 1 ? place + 1 : 0}
        onPress={(add) => setState({ sort: pressSort(sort, by, add) })}
      />
    );
    if (id === "representativeness" || id === "distinctiveness") {
      content = (
        <ScoreHead
          measure={id}
          title={title}
          means={estimatorWords(id, project.shownDistinctiveness)}
          button={content}
          counts={facets[id]}
          range={{ from: filter[`${id}From`], to: filter[`${id}To`] }}
          onRange={({ from, to }) => setFilter({ [`${id}From`]: from, [`${id}To`]: to })}
        />
      );
    }
    heads.set(id, { content, sorted: direction ?? "none" });
  }
  return { columns, heads };
}
