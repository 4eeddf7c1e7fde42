import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import { boundNames, type FilterState, noFilter } from "./filter-state.ts";
import type { FilterWord } from "./filter-words.ts";

/** Nothing matches: which filter took the most away, and the way back. */
export default function BrowseEmpty({
  facets,
  words,
  onFilter,
}: {
  facets: Facets;
  words: readonly FilterWord[];
  onFilter: (change: Partial<FilterState>) => void;
}) {
  const tightest = facets.tightest;
  const dropped = tightest === null ? null : withoutFilter(tightest.filter);
  const named =
    tightest === null
      ? []
      : words.filter(({ off }) => dropped !== null && Object.keys(off).some((name) => name in dropped));
  const all = words.length === 1 ? "the filter" : `all ${words.length} filters`;
  return (
    <div className="px-4">
      <EmptyState
        action={
          <span className="flex flex-wrap gap-2">
            {tightest === null || dropped === null || named.length === 0 || words.length === named.length ? null : (
              <Button look="main" onClick={() => onFilter(dropped)}>
                <span>
                  Drop <bdi>{named.map((each) => each.words).join(", ")}</bdi>, show {formatCount(tightest.count)}
                </span>
              </Button>
            )}
            <Button onClick={() => onFilter(noFilter)}>Clear {all}</Button>
          </span>
        }
      >
        None of the {plural(facets.total, "conversation")} match.{" "}
        {tightest === null || named.length === 0 ? (
          "Take a filter off, or all of them."
        ) : (
          <>
            Without <bdi>{named.map((each) => each.words).join(", ")}</bdi>, {formatCount(tightest.count)} would.
          </>
        )}
      </EmptyState>
    </div>
  );
}

/** The change that takes off a filter as the server names it: a measure stands for both ends of its range. */
function withoutFilter(name: string): Partial<FilterState> {
  const bounds = boundNames.filter((bound) => bound === name || bound.startsWith(name));
  if (bounds.length > 0 && name !== "scored") return Object.fromEntries(bounds.map((bound) => [bound, null]));
  const known = Object.entries(noFilter).find(([each]) => each === name);
  return known === undefined ? {} : Object.fromEntries([known]);
}
