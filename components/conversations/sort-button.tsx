import { ArrowDown, ArrowUp } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import type { SortDirection } from "./sorts.ts";

/** The head of a column that sorts; with Shift the column joins the one sorted by. */
export function SortButton({
  title,
  direction,
  place,
  onPress,
}: {
  title: string;
  direction: SortDirection | null;
  /** 1 or 2 when two columns are sorted by, else 0. */
  place: number;
  onPress: (add: boolean) => void;
}) {
  return (
    <button
      type="button"
      className="sort"
      title="Press to sort; with Shift to sort by it second"
      onClick={(event) => onPress(event.shiftKey)}
    >
      {title}
      {direction === null ? null : <Icon of={direction === "descending" ? ArrowDown : ArrowUp} size={12} />}
      {direction === null || place === 0 ? null : <span className="sort-place n">{place}</span>}
    </button>
  );
}
