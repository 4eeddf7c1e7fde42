import Link from "next/link";
import { Fragment } from "react";
import { type FilterState, filterQuery } from "#components/conversations/filter-state.ts";
import { measureTitles } from "#components/conversations/measure-words.ts";
import { ScoreRange } from "#components/conversations/score-range.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import { ScriptText } from "#components/ui/script-text.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { RangeCounts } from "#lib/curation/map/count-range.ts";
import { measureNames, statuses } from "#lib/schema/choices.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { CategoryMark } from "./category-mark.tsx";
import { hasRange, withoutRanges } from "./map-state.ts";
import type { PointsAnswer } from "./use-points.ts";

/** So many cultures are named before the rest is summed up. */
const named = 10;

/** What the brush holds: how many, of which status and culture, and what lies nearest to its middle. */
export function BrushPane({
  project,
  filter,
  answer,
  counts,
  nearest,
  categoryOf,
  onFilter,
}: {
  project: string;
  filter: FilterState;
  answer: PointsAnswer | null;
  /** Null until the points are here. */
  counts: RangeCounts | null;
  nearest: readonly ConversationRow[];
  /** Which mark a culture wears. */
  categoryOf: (code: string) => number;
  onFilter: (part: Partial<FilterState>) => void;
}) {
  const brushed = hasRange(filter);
  const held = counts?.count ?? 0;
  const cultures = (answer?.cultures ?? [])
    .map((culture, place) => ({ ...culture, held: counts?.cultures[place] ?? 0 }))
    .filter((culture) => culture.held > 0)
    .sort((a, b) => b.held - a.held);
  const rest = cultures.slice(named).reduce((sum, culture) => sum + culture.held, 0);
  return (
    <aside className="map-pane" aria-label="What the brush holds">
      <h3>{brushed ? "What the brush holds" : "Everything with both scores"}</h3>
      <div className="map-ranges">
        {measureNames.map((measure) => (
          <Fragment key={measure}>
            <span>{measureTitles[measure]}</span>
            <ScoreRange
              title={measureTitles[measure]}
              from={filter[`${measure}From`]}
              to={filter[`${measure}To`]}
              onChange={(from, to) => onFilter({ [`${measure}From`]: from, [`${measure}To`]: to })}
            />
          </Fragment>
        ))}
      </div>
      {brushed ? null : <p className="map-hint">Drag over the plot, or type the ends of a range.</p>}
      {answer === null ? (
        <p className="map-hint">The points are on their way.</p>
      ) : answer.points === null ? (
        <p className="map-hint">
          {plural(answer.matching - answer.unscored, "conversation")} are too many to be shown one by one. Narrow the
          filters; the medians are of all of them.
        </p>
      ) : (
        <>
          <p className="map-held" aria-live="polite">
            <b className="n">{formatCount(held)}</b> of {formatCount(answer.points.length)}
            {answer.unscored === 0 ? null : (
              <span className="map-hint">
                {" "}
                · {formatCount(answer.unscored)} more lack a score and have no place here
              </span>
            )}
          </p>
          {held === 0 ? null : (
            <>
              <div className="map-ways">
                <ButtonLink look="main" href={`/projects/${project}/browse?${filterQuery(scoredOnly(filter))}`}>
                  Open {formatCount(held)} in Browse
                </ButtonLink>
                {brushed ? <Button onClick={() => onFilter(withoutRanges(filter))}>Let go</Button> : null}
              </div>
              <ul className="map-counts" aria-label="By status">
                {statuses.map((status, place) => (
                  <li key={status}>
                    <StatusMark mark={status} />
                    <span className="n">{formatCount(counts?.statuses[place] ?? 0)}</span>
                  </li>
                ))}
              </ul>
              <ul className="map-counts" aria-label="By culture">
                {cultures.slice(0, named).map(({ code, name, held: own }) => (
                  <li key={code}>
                    <span className="map-culture">
                      <CategoryMark index={categoryOf(code)} />
                      <bdi>{name}</bdi>
                    </span>
                    <span className="n">{formatCount(own)}</span>
                  </li>
                ))}
                {rest === 0 ? null : (
                  <li>
                    <span className="map-culture">{plural(cultures.length - named, "more culture")}</span>
                    <span className="n">{formatCount(rest)}</span>
                  </li>
                )}
              </ul>
              {nearest.length === 0 ? null : (
                <>
                  <h4>{brushed ? "Nearest to the middle of the brush" : "Nearest to the middle of all"}</h4>
                  <ul className="map-nearest">
                    {nearest.map((row) => (
                      <li key={row.id}>
                        <Link href={`/projects/${project}/browse?peek=${row.id}`} prefetch={false}>
                          <StatusMark mark={row.status} bare size={12} />
                          <ScriptText as="span" fit="row" lang={row.language}>
                            {row.question}
                          </ScriptText>
                        </Link>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </>
          )}
        </>
      )}
    </aside>
  );
}

/** The filter that leaves exactly the points held: an open range would let pass what has no score at all. */
function scoredOnly(filter: FilterState): FilterState {
  return {
    ...filter,
    representativenessFrom: filter.representativenessFrom ?? 0,
    distinctivenessFrom: filter.distinctivenessFrom ?? 0,
  };
}
