"use client";
import { ArrowDownUp } from "lucide-react";
import { lazy, Suspense } from "react";
import { Icon } from "#components/ui/icon.tsx";
import type { SortColumn } from "#lib/schema/sort-columns.ts";
import { PopMenu } from "./pop-menu.tsx";
import { sortWords } from "./sorts.ts";

const SortFields = lazy(() => import("./sort-fields.tsx"));

/** What the list is sorted by, in words, and the choice of one or two columns. */
export function SortMenu({
  sort,
  onSort,
}: {
  sort: readonly SortColumn[];
  onSort: (sort: readonly SortColumn[]) => void;
}) {
  return (
    <PopMenu
      name={`Sort: ${sortWords(sort)}`}
      label={
        <>
          <Icon of={ArrowDownUp} />
          <span className="sort-words">{sortWords(sort)}</span>
        </>
      }
    >
      <Suspense>
        <SortFields sort={sort} onSort={onSort} />
      </Suspense>
    </PopMenu>
  );
}
