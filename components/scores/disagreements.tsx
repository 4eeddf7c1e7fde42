import Link from "next/link";
import { percent } from "#components/conversations/percentile-words.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { formatScore } from "#components/ui/format-score.ts";
import type { DisagreementView } from "#lib/schema/score-health.ts";
import { estimatorSentences } from "./score-words.ts";

/** How estimators of one measure agree with one another, and the conversations on which they agree least. */
export function Disagreements({
  project,
  found,
  named,
  mayDecide,
}: {
  project: string;
  found: DisagreementView;
  /** Whether conversations are named: not to those from whom their scores are kept. */
  named: boolean;
  /** Whether the reader is one who decides. */
  mayDecide: boolean;
}) {
  if (found.pairs.length === 0)
    return (
      <p className="max-w-[74ch] text-ink-2">
        Only one estimator has values for this measure. With a second one, where they part is listed here.
      </p>
    );
  return found.pairs.map(({ first, second, items, correlation, apart, furthest }) => {
    const names = [estimatorSentences[first].name, estimatorSentences[second].name] as const;
    return (
      <div key={`${first} ${second}`} className="mb-6">
        <h3 className="font-medium">
          {names[0]} and {names[1].toLowerCase()}
        </h3>
        <p className="max-w-[74ch]">
          <span className="n">{formatCount(items)}</span> have both.{" "}
          {correlation === null
            ? "One of the two does not vary."
            : `Their places in the culture correlate ${formatScore(Math.abs(correlation))}${correlation < 0 ? ", the other way round" : ""}.`}{" "}
          <span className="n">{formatCount(apart)}</span> stand more than half of their culture apart.
          {apart > 0 && mayDecide ? (
            <>
              {" "}
              <Link href={`/projects/${project}/triage?order=disagreement`} prefetch={false}>
                Decide these first
              </Link>
            </>
          ) : null}
        </p>
        {named && furthest.length > 0 ? (
          <div className="scores-scroll mt-2">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Furthest apart</th>
                  <th scope="col">Culture</th>
                  <th scope="col" className="figure">
                    {names[0]}
                  </th>
                  <th scope="col" className="figure">
                    {names[1]}
                  </th>
                </tr>
              </thead>
              <tbody>
                {furthest.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <Link
                        href={`/projects/${project}/browse?peek=${row.id}`}
                        prefetch={false}
                        className="inline-block py-1 text-ink"
                      >
                        <bdi className="own" lang={row.language}>
                          {row.question}
                        </bdi>
                      </Link>
                    </th>
                    <td>
                      <bdi>{row.culture}</bdi>
                    </td>
                    <td className="figure">{percent(row.first)}</td>
                    <td className="figure">{percent(row.second)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
      </div>
    );
  });
}
