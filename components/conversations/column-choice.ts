/** The columns of Browse in their order, and what they are called. The question is always there. */
export const columnNames = {
  culture: "Culture",
  representativeness: "Representative",
  distinctiveness: "Distinctive",
  status: "Status",
  topic: "Topic",
  language: "Language",
  method: "Method",
  source: "Source",
  identifier: "Identifier",
  decidedBy: "By",
  assignee: "Assigned to",
  added: "Added",
  updated: "Updated",
} as const;
export type ColumnId = keyof typeof columnNames;

export const columnIds = Object.keys(columnNames).filter(isColumn);

export const defaultColumns: readonly ColumnId[] = [
  "culture",
  "representativeness",
  "distinctiveness",
  "status",
  "decidedBy",
  "updated",
];

function isColumn(name: string): name is ColumnId {
  return Object.hasOwn(columnNames, name);
}

/** Reads a list of columns; they always stand in the studio's order. Without one that is known, the usual columns. */
export function parseColumns(text: string | null): readonly ColumnId[] {
  const named = (text ?? "").split(",");
  const chosen = columnIds.filter((id) => named.includes(id));
  if (chosen.length === 0) return named.includes("none") ? [] : defaultColumns;
  return chosen;
}

export function toggleColumn(columns: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  return columnIds.filter((each) => (each === id ? !columns.includes(id) : columns.includes(each)));
}
