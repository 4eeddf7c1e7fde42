"use client";
import { useContext } from "react";
import { setDensity, useLook } from "#components/shell/use-look.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { type ColumnId, columnIds, columnNames, toggleColumn } from "./column-choice.ts";
import { isColumnHidden } from "./hiding.ts";
import { Hides } from "./row-context.ts";

/** Which columns are shown, and how close the rows stand. */
export default function ColumnFields({
  columns,
  onColumns,
}: {
  columns: readonly ColumnId[];
  onColumns: (columns: readonly ColumnId[]) => void;
}) {
  const { density } = useLook();
  const hiding = useContext(Hides);
  const offered = columnIds.filter((id) => !isColumnHidden(id, hiding));
  return (
    <>
      <fieldset className="column-list">
        <legend className="unseen">Columns</legend>
        {offered.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              className="checkbox"
              checked={columns.includes(id)}
              onChange={() => onColumns(toggleColumn(columns, id))}
            />
            {columnNames[id]}
          </label>
        ))}
      </fieldset>
      <Segmented
        label="Rows"
        value={density}
        onChange={setDensity}
        options={[
          { value: "comfortable", label: "Comfortable" },
          { value: "compact", label: "Compact" },
        ]}
      />
    </>
  );
}
