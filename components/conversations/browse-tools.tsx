"use client";
import { ListFilter } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { KeyMapButton } from "#components/keyboard/key-map-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { browseCommands, furtherCommands } from "./browse-commands.ts";
import type { BrowseState } from "./browse-state.ts";
import { FilterChips } from "./filter-chips.tsx";
import { type FilterState, noFilter } from "./filter-state.ts";
import type { FilterWord } from "./filter-words.ts";
import { SearchBox } from "./search-box.tsx";

// The server draws the menus; what opens them comes after the rows.
const ColumnMenu = lazy(async () => ({ default: (await import("./column-menu.tsx")).ColumnMenu }));
const SortMenu = lazy(async () => ({ default: (await import("./sort-menu.tsx")).SortMenu }));

const shownCommands = [...browseCommands, ...furtherCommands];

export interface BrowseToolsProps {
  state: BrowseState;
  words: readonly FilterWord[];
  matching: number;
  total: number;
  /** Where what is shown can be exported; null for those who may not. */
  exportHref: string | null;
  views: ReactNode;
  onFilter: (change: Partial<FilterState>) => void;
  onState: (change: Partial<BrowseState>) => void;
  onDrawer: () => void;
}

/** Above the rows: how many match, the filters in force, the search, the sort, the columns, the views. */
export function BrowseTools(props: BrowseToolsProps) {
  const { state, words, matching, total, exportHref, onFilter, onState } = props;
  return (
    <div className="tools">
      <p className="count" role="status">
        <span className="n">{formatCount(matching)}</span>{" "}
        <span className="of">
          of <span className="n">{formatCount(total)}</span>
        </span>
      </p>
      <Button className="filters" onClick={props.onDrawer}>
        <Icon of={ListFilter} />
        Filters
      </Button>
      <FilterChips words={words} onChange={onFilter} />
      {words.length > 1 ? (
        <Button look="bare" onClick={() => onFilter(noFilter)}>
          Clear all
        </Button>
      ) : null}
      <span className="tools-end">
        <SearchBox filter={state.filter} onChange={onFilter} />
        <Suspense fallback={<span className="menus-coming" aria-hidden="true" />}>
          <SortMenu sort={state.sort} onSort={(sort) => onState({ sort })} />
          <ColumnMenu columns={state.columns} onColumns={(columns) => onState({ columns })} />
          {props.views}
        </Suspense>
        {exportHref === null ? null : (
          <ButtonLink className="not-small" href={exportHref}>
            Export this
          </ButtonLink>
        )}
        <KeyMapButton title="Keys of Browse" commands={shownCommands} />
      </span>
    </div>
  );
}
