import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { RowList } from "./row-list.ts";

/** Between the rows read from the start and those read from the end: how far it is, and that sorting is the shorter way. */
export function GapNote({
  list,
  reading,
  paused,
  onReadOn,
  onFirst,
}: {
  list: RowList;
  reading: boolean;
  paused: boolean;
  onReadOn: () => void;
  onFirst: () => void;
}) {
  const first = list.head.length + 1;
  const last = list.total - list.tail.length;
  if (reading && !paused)
    return (
      <span role="status">
        Reads on: {formatCount(list.head.length)} of {formatCount(list.total)}
      </span>
    );
  return (
    <>
      <span>
        Rows {formatCount(first)} to {formatCount(last)} are not read yet. Filters or another sort get there sooner.
      </span>
      <Button onClick={onReadOn}>Read on</Button>
      <Button onClick={onFirst}>Back to the first</Button>
    </>
  );
}
