"use client";
import { ArrowDownUp } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { Select } from "#components/ui/select.tsx";
import { oneOf, sortDirections, sortKeys } from "#lib/schema/choices.ts";
import type { SortColumn } from "#lib/schema/sort-columns.ts";
import { PopMenu } from "./pop-menu.tsx";
import { firstDirection, newestFirst, sortNames, sortWords } from "./sorts.ts";

/** What the list is sorted by, in words, and the choice of one or two columns. */
export function SortMenu({
  sort,
  onSort,
}: {
  sort: readonly SortColumn[];
  onSort: (sort: readonly SortColumn[]) => void;
}) {
  const [first = newestFirst[0], second] = sort;
  if (first === undefined) return null;
  const column = (label: string, value: SortColumn | undefined, onChange: (next: SortColumn | null) => void) => (
    <fieldset className="sort-line">
      <legend>{label}</legend>
      <Select
        aria-label={`${label}: column`}
        value={value?.by ?? ""}
        options={[
          ...(label === "Then by" ? [{ value: "", label: "Nothing further" }] : []),
          ...sortKeys
            .filter((by) => label === "Sort by" || by !== first.by)
            .map((by) => ({ value: by, label: sortNames[by].name })),
        ]}
        onChange={(event) => {
          const by = oneOf(sortKeys, event.currentTarget.value);
          onChange(by === null ? null : { by, direction: firstDirection(by) });
        }}
      />
      {value === undefined ? null : (
        <Select
          aria-label={`${label}: direction`}
          value={value.direction}
          options={sortDirections.map((direction) => ({ value: direction, label: sortNames[value.by][direction] }))}
          onChange={(event) => {
            const direction = oneOf(sortDirections, event.currentTarget.value);
            if (direction !== null) onChange({ by: value.by, direction });
          }}
        />
      )}
    </fieldset>
  );
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
      {column("Sort by", first, (next) => {
        if (next !== null) onSort([next, ...(second === undefined || second.by === next.by ? [] : [second])]);
      })}
      {column("Then by", second, (next) => onSort(next === null ? [first] : [first, next]))}
    </PopMenu>
  );
}
