"use client";
import { useContext } from "react";
import { Select } from "#components/ui/select.tsx";
import { oneOf, sortDirections, sortKeys } from "#lib/schema/choices.ts";
import type { SortColumn } from "#lib/schema/sort-columns.ts";
import { isSortHidden } from "./hiding.ts";
import { Hides } from "./row-context.ts";
import { firstDirection, newestFirst, sortNames } from "./sorts.ts";

/** The choice of one or two columns to sort by, each with its direction. */
export default function SortFields({
  sort,
  onSort,
}: {
  sort: readonly SortColumn[];
  onSort: (sort: readonly SortColumn[]) => void;
}) {
  const hiding = useContext(Hides);
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
            .filter((by) => by === value?.by || !isSortHidden(by, hiding))
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
    <>
      {column("Sort by", first, (next) => {
        if (next !== null) onSort([next, ...(second === undefined || second.by === next.by ? [] : [second])]);
      })}
      {column("Then by", second, (next) => onSort(next === null ? [first] : [first, next]))}
    </>
  );
}
