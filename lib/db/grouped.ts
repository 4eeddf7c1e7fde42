/** What is made of rows, by their conversation, in the order of the rows. */
export function grouped<Row extends { conversation_id: string }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const group = groups.get(row.conversation_id);
    if (group) group.push(toItem(row));
    else groups.set(row.conversation_id, [toItem(row)]);
  }
  return groups;
}
