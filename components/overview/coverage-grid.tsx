import Link from "next/link";
import { filterQuery, noFilter } from "#components/conversations/filter-state.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { Coverage } from "#lib/schema/coverage.ts";
import "./coverage.css";
import { coverageTitle, stoneSide } from "./coverage-words.ts";

/**
 * Cultures by topics, each cell a stone whose area is its share of the fullest cell and a way into Browse. One table that
 * scrolls by itself, drawn on the server.
 */
export function CoverageGrid({ project, coverage }: { project: string; coverage: Coverage }) {
  const { topics, cultures } = coverage;
  const most = Math.max(0, ...cultures.flatMap(({ counts }) => counts));
  if (topics.length === 0 || most === 0) return null;
  const browse = (culture: string, topic: Coverage["topics"][number]) => {
    // A layer's own conversations: those of its topics have columns of their own.
    const chosen = [topic.key, ...topic.below.map((key) => `-${key}`)];
    const filter = { ...noFilter, culture: [culture], topic: chosen, status: ["pending", "accepted"] };
    return `/projects/${project}/browse?${filterQuery(filter)}`;
  };
  return (
    <section className="coverage" aria-labelledby="coverage">
      <div className="coverage-head">
        <h2 id="coverage" className="text-15">
          {coverageTitle(coverage)}
        </h2>
        <span className="coverage-key">
          <span>
            <CellStone count={most} most={most} />
            <span className="n">{formatCount(most)}</span>
          </span>
          {most < 4 ? null : (
            <span>
              <CellStone count={Math.round(most / 4)} most={most} />
              <span className="n">{formatCount(Math.round(most / 4))}</span>
            </span>
          )}
          <span>
            <CellStone count={0} most={most} />
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
            {cultures.map(({ code, name, endonym, language, counts }) => (
              <tr key={code}>
                <th scope="row">
                  <CultureName name={name} endonym={endonym} language={language} />
                </th>
                {topics.map((topic, at) => {
                  const count = counts[at] ?? 0;
                  return (
                    <td key={topic.key} className={classNames(startsLayer(topics, at) && "starts")}>
                      <Link
                        href={browse(code, topic)}
                        prefetch={false}
                        aria-label={`${name}, ${topic.name}: ${count === 0 ? "none" : formatCount(count)}`}
                      >
                        <CellStone count={count} most={most} />
                        <span className="coverage-number n">{count === 0 ? "–" : formatCount(count)}</span>
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

function CellStone({ count, most }: { count: number; most: number }) {
  const side = stoneSide(count, most);
  const inset = (16 - side) / 2;
  return (
    <svg className="stones coverage-stone" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {side === 0 ? (
        <rect className="coverage-hole" x="0.5" y="0.5" width="15" height="15" />
      ) : (
        <rect className="full" x={inset} y={inset} width={side} height={side} />
      )}
    </svg>
  );
}

/** Whether a topic is the first of its layer, which a gap sets apart from the last; a layer itself stands with its topics. */
function startsLayer(topics: Coverage["topics"], at: number): boolean {
  const [before, topic] = [topics[at - 1], topics[at]];
  return before !== undefined && (topic?.layer ?? topic?.name) !== (before.layer ?? before.name);
}

function footOf({ moreCultures, moreTopics, unusedTopics, withoutTopic }: Coverage): string {
  const unused = unusedTopics.slice(0, 6).join(", ");
  const rest = unusedTopics.length > 6 ? `, and ${unusedTopics.length - 6} more` : "";
  return [
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
