import { formatCount } from "#components/ui/format-count.ts";
import { formatScore } from "#components/ui/format-score.ts";
import { intervalWords } from "#components/ui/interval-words.ts";
import { Note } from "#components/ui/note.tsx";
import type { MeasureName, Score } from "#lib/schema/score.ts";
import { describeScore } from "#lib/scoring/describe.ts";
import { describeParts, describeSpread } from "#lib/scoring/describe-parts.ts";

/** What a score says in a sentence, between which ends it lies, and how far its judges are apart. */
export function ScoreWords({
  score,
  measure,
  culture,
  words = 0,
}: {
  score: Score;
  measure: MeasureName;
  culture: string;
  /** How many of the words that carry it are named; 0 where they are listed. */
  words?: number;
}) {
  const value = score[measure];
  const interval = value.computed ? value.interval : null;
  const spread = measure === "representativeness" ? describeSpread(score) : null;
  return (
    <>
      <p>
        <bdi>{describeScore(score, { culture, words })[measure]}</bdi>
      </p>
      {interval === null ? null : (
        <p className="ends" title="Where it would lie in 95 of 100 repetitions">
          {intervalWords(interval)}
        </p>
      )}
      {spread === null ? null : spread.disagree ? <Note trouble>{spread.sentence}</Note> : <p>{spread.sentence}</p>}
    </>
  );
}

/** What a score was put together from, the nearest culture by name. */
export function ScoreParts({
  score,
  measure,
  cultureNames,
}: {
  score: Score;
  measure: MeasureName;
  cultureNames: ReadonlyMap<string, string>;
}) {
  const parts = describeParts(score, measure, (code) => cultureNames.get(code) ?? code);
  const { note } = score.parts;
  const noteBelongs = (score.estimator === "siblings") === (measure === "distinctiveness");
  return (
    <>
      <ul>
        {parts.map(({ name, value, kind, words }) => (
          <li key={name}>
            <span className="n">{kind === "share" ? formatScore(value) : formatCount(value)}</span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {typeof note === "string" && noteBelongs ? <p>{note}</p> : null}
    </>
  );
}
