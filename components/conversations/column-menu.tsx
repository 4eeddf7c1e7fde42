"use client";
import { Columns3Cog } from "lucide-react";
import { setDensity, useLook } from "#components/shell/use-look.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { type ColumnId, columnIds, columnNames, toggleColumn } from "./column-choice.ts";
import { PopMenu } from "./pop-menu.tsx";

/** Which columns are shown, and how close the rows stand. */
export function ColumnMenu({
  columns,
  onColumns,
}: {
  columns: readonly ColumnId[];
  onColumns: (columns: readonly ColumnId[]) => void;
}) {
  const { density } = useLook();
  return (
    <PopMenu
      name="Columns"
      className="not-small"
      label={
        <>
          <Icon of={Columns3Cog} />
          <span className="tool-word">Columns</span>
        </>
      }
    >
      <fieldset className="column-list">
        <legend className="unseen">Columns</legend>
        {columnIds.map((id) => (
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
    </PopMenu>
  );
}
