"use client";
import { Columns3Cog } from "lucide-react";
import { lazy, Suspense } from "react";
import { Icon } from "#components/ui/icon.tsx";
import type { ColumnId } from "./column-choice.ts";
import { PopMenu } from "./pop-menu.tsx";

const ColumnFields = lazy(() => import("./column-fields.tsx"));

/** Which columns are shown, and how close the rows stand. */
export function ColumnMenu({
  columns,
  onColumns,
}: {
  columns: readonly ColumnId[];
  onColumns: (columns: readonly ColumnId[]) => void;
}) {
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
      <Suspense>
        <ColumnFields columns={columns} onColumns={onColumns} />
      </Suspense>
    </PopMenu>
  );
}
