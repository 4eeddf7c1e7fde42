import Link from "next/link";
import { type FilterState, filterQuery, noFilter } from "#components/conversations/filter-state.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { Coverage } from "#lib/schema/coverage.ts";
import "./coverage.css";
import { type CoverageCell, cellWords, coverageTitle, stoneSide, targetTitle } from "./coverage-words.ts";

type Topic = Coverage["topics"][number];

/** Where a cell of the grid leads. */
export type CellAddress = (culture: string, topic: Topic, cell: CoverageCell) => string;

/** The conversations of a cell that nobody rejected, in Browse. */
export function browseCell(project: string): CellAddress {
  return (culture, topic) => {
    const filter = { ...cellFilter(culture, topic), status: ["pending", "accepted"] };
    return `/projects/${project}/browse?${filterQuery(filter)}`;
  };
}

/** The filter of a cell. A layer's own conversations: those of its topics have columns of their own. */
export function cellFilter(culture: string, topic: Topic): FilterState {
  return { ...noFilter, culture: [culture], topic: [topic.key, ...topic.below.map((key) => `-${key}`)] };
}

/** A cell of the grid as it is counted. */
export function cellAt(
  { target }: Coverage,
  { counts, accepted, rejected }: Coverage["cultures"][number],
  at: number,
): CoverageCell {
  const [count, done] = [counts[at] ?? 0, accepted[at] ?? 0];
  return { count, accepted: done, pending: count - done, rejected: rejected[at] ?? 0, target };
}

/**
 * Cultures by topics, each cell a stone whose area is its share of the target or, without one, of the fullest cell: full for what
 * is accepted, hollow for what is pending besides. Each cell is a way to its conversations. One table that scrolls by itself,
 * drawn on the server.
 */
export function CoverageGrid({ coverage, hrefOf }: { coverage: Coverage; hrefOf: CellAddress }) {
  const { topics, cultures, target } = coverage;
  const fullest = Math.max(0, ...cultures.flatMap(({ counts }) => counts));
  if (topics.length === 0 || fullest === 0) return null;
  const most = target ?? fullest;
  return (
    <section className="coverage" aria-labelledby="coverage">
      <div className="coverage-head">
        <h2 id="coverage" className="text-15">
          {targetTitle(coverage) ?? coverageTitle(coverage)}
        </h2>
        <span className="coverage-key">
          <span>
            <CellStone count={most} accepted={most} most={most} />
            <span className="n">{formatCount(most)}</span> accepted
          </span>
          {most < 4 ? null : (
            <span>
              <CellStone count={most} accepted={Math.round(most / 4)} most={most} />
              <span className="n">{formatCount(Math.round(most / 4))}</span> of {formatCount(most)}
            </span>
          )}
          <span>
            <CellStone count={most} accepted={0} most={most} />
            pending
          </span>
          <span>
            <CellStone count={0} accepted={0} most={most} />
            none
          </span>
          <label className="coverage-numbers">
            <input type="checkbox" className="checkbox" />
            Numbers
          </label>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be within reach of the keys */}
      <section className="coverage-scroll" aria-label="Conversations by culture and topic" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Culture</th>
              {topics.map(({ key, name, layer }, at) => (
                <th key={key} scope="col" className={classNames("coverage-topic", startsLayer(topics, at) && "starts")}>
                  <span>
                    {layer === null ? null : <span className="unseen">{layer}: </span>}
                    <bdi>{name}</bdi>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cultures.map((culture) => (
              <tr key={culture.code}>
                <th scope="row">
                  <CultureName {...culture} />
                </th>
                {topics.map((topic, at) => {
                  const cell = cellAt(coverage, culture, at);
                  return (
                    <td key={topic.key} className={classNames(startsLayer(topics, at) && "starts")}>
                      <Link
                        href={hrefOf(culture.code, topic, cell)}
                        prefetch={false}
                        aria-label={`${culture.name}, ${topic.name}: ${cellWords(cell)}`}
                        title={`${culture.name}, ${topic.name}: ${cellWords(cell)}`}
                      >
                        <CellStone count={cell.count} accepted={cell.accepted} most={most} />
                        <span className="coverage-number n">{cell.count === 0 ? "–" : formatCount(cell.count)}</span>
                      </Link>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="coverage-foot">{footOf(coverage)}</p>
    </section>
  );
}

function CellStone({ count, accepted, most }: { count: number; accepted: number; most: number }) {
  const side = stoneSide(count, most);
  const full = stoneSide(accepted, most);
  const inset = (16 - side) / 2;
  return (
    <svg className="stones coverage-stone" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {side === 0 ? (
        <rect className="coverage-hole" x="0.5" y="0.5" width="15" height="15" />
      ) : (
        <>
          {side === full ? null : (
            <rect className="hollow" x={inset + 0.5} y={inset + 0.5} width={side - 1} height={side - 1} />
          )}
          {full === 0 ? null : (
            <rect className="full" x={(16 - full) / 2} y={(16 - full) / 2} width={full} height={full} />
          )}
        </>
      )}
    </svg>
  );
}

/** Whether a topic is the first of its layer, which a gap sets apart from the last; a layer itself stands with its topics. */
function startsLayer(topics: Coverage["topics"], at: number): boolean {
  const [before, topic] = [topics[at - 1], topics[at]];
  return before !== undefined && (topic?.layer ?? topic?.name) !== (before.layer ?? before.name);
}

function footOf({ target, moreCultures, moreTopics, unusedTopics, withoutTopic }: Coverage): string {
  const unused = unusedTopics.slice(0, 6).join(", ");
  const rest = unusedTopics.length > 6 ? `, and ${unusedTopics.length - 6} more` : "";
  return [
    ...(target === null
      ? []
      : [`A full stone is ${formatCount(target)} accepted, which is what each cell should have.`]),
    "What was rejected does not count.",
    ...(withoutTopic === 0
      ? []
      : [`${plural(withoutTopic, "conversation")} ${withoutTopic === 1 ? "has" : "have"} no topic.`]),
    ...(moreCultures === 0
      ? []
      : [`${plural(moreCultures, "culture")} with fewer ${moreCultures === 1 ? "is" : "are"} not shown.`]),
    ...(moreTopics === 0
      ? []
      : [`${plural(moreTopics, "topic")} with fewer ${moreTopics === 1 ? "is" : "are"} not shown.`]),
    ...(unusedTopics.length === 0 ? [] : [`Nothing yet on ${unused}${rest}.`]),
  ].join(" ");
}
