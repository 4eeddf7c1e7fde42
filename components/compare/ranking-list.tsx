import { formatScore } from "#components/ui/format-score.ts";
import { plural } from "#components/ui/plural.ts";
import type { Ranking } from "#lib/schema/comparison.ts";

/** How often each answer was preferred, and with what chance it would be; in words where that is not enough to say. */
export function RankingList({
  ranking,
  nameOf,
}: {
  ranking: Ranking | null;
  nameOf: (id: string, culture: string) => string;
}) {
  if (ranking === null) return <p className="text-12 text-ink-3">Reading the judgements…</p>;
  const { rows, judgements, outdated } = ranking;
  return (
    <>
      {rows.length === 0 ? (
        <p className="text-12/4.5 text-ink-3">
          No pair has been judged yet. Press 1 to 4, and the answers rank themselves.
        </p>
      ) : (
        <ol className="ranking">
          {rows.map((row) => (
            <li key={row.id}>
              <b>
                <bdi>{nameOf(row.id, row.culture)}</bdi>
              </b>
              <span>
                preferred in <span className="n">{row.preferred}</span> of <span className="n">{row.compared}</span>
                {row.even > 0 ? (
                  <>
                    , <span className="n">{row.even}</span> even
                  </>
                ) : null}
              </span>
              <span className="text-ink-3">
                {row.tells && row.chance !== null && row.interval !== null ? (
                  <>
                    chance <span className="n">{formatScore(row.chance)}</span>,{" "}
                    <span className="n">
                      {formatScore(row.interval.low)}–{formatScore(row.interval.high)}
                    </span>
                  </>
                ) : (
                  "not enough to say"
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="text-12/4.5 text-ink-3">
        By {plural(judgements, "judgement")}
        {outdated > 0 ? `; ${plural(outdated, "other")} of texts that have changed since` : ""}. The chance is that of
        being preferred to an average one of these answers.
      </p>
    </>
  );
}
