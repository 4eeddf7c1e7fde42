import { estimatorWords, percent } from "#components/conversations/percentile-words.ts";
import { formatScore } from "#components/ui/format-score.ts";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { Note } from "#components/ui/note.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import type { Score } from "#lib/schema/score.ts";
import { RankStrip } from "./rank-strip.tsx";
import { partWords } from "./words.ts";

type MeasureName = "representativeness" | "distinctiveness";

const titles = { representativeness: "Representative", distinctiveness: "Distinctive" } as const;
const ranks = { representativeness: "more typical than", distinctiveness: "more distinct than" } as const;
const shownWords = 6;

interface MeasureSectionProps {
  measure: MeasureName;
  scores: readonly Score[];
  /** The value that lists and filters use; tells which estimator is the headline. */
  headline: number | null;
  culture: string;
  language: string;
  cultureNames: ReadonlyMap<string, string>;
}

/** One measure of the card in words: value, place in the culture, parts, and what other estimators say. */
export function MeasureSection({ measure, scores, headline, culture, language, cultureNames }: MeasureSectionProps) {
  // Siblings never say how typical an answer is; that they do not is no news.
  const said = measure === "distinctiveness" ? scores : scores.filter((score) => score.estimator !== "siblings");
  const main =
    said.find(({ [measure]: each }) => each.computed && each.value === headline) ??
    said.find((score) => score[measure].computed) ??
    said[0];
  const others = said.filter((score) => score !== main && score[measure].computed);
  const value = main?.[measure];
  return (
    <section className="measure" aria-label={titles[measure]}>
      <div className="measure-head">
        <h2>
          <MeasureGlyph measure={measure} />
          {titles[measure]}
        </h2>
        <span className="figure n">{value?.computed ? formatScore(value.value) : "–"}</span>
      </div>
      {main === undefined ? <p>Not scored yet. Scores follow an import and each edit by themselves.</p> : null}
      {main !== undefined && value?.computed ? (
        <>
          <RankStrip percentile={value.percentile} />
          <p className="place">
            {ranks[measure]} <b className="n">{percent(value.percentile)}</b> of the items of {culture}
          </p>
          {main.stale ? <Note>Stale: the text has changed since this was computed.</Note> : null}
          <Parts score={main} measure={measure} language={language} cultureNames={cultureNames} />
          <p className="source">
            By {estimatorWords(measure, main.estimator)}, version {main.version}
          </p>
        </>
      ) : null}
      {value !== undefined && !value.computed
        ? said.map(({ estimator, [measure]: each }) => (each.computed ? null : <p key={estimator}>{each.reason}</p>))
        : null}
      {others.map((score) => {
        const other = score[measure];
        if (!other.computed) return null;
        return (
          <p key={score.estimator} className="other">
            <ScoreBar value={other.value} stale={score.stale} />
            <span>by {estimatorWords(measure, score.estimator)}</span>
          </p>
        );
      })}
    </section>
  );
}

/** The parts worth showing, the nearest culture by name, and the words that carry the score. */
function Parts({
  score,
  measure,
  language,
  cultureNames,
}: {
  score: Score;
  measure: MeasureName;
  language: string;
  cultureNames: ReadonlyMap<string, string>;
}) {
  const figures = Object.entries(score.parts).flatMap(([name, value]) => {
    const words = partWords[name];
    return words?.measure === measure && typeof value === "number" ? [{ name, value, words: words.words }] : [];
  });
  const carriers = measure === "distinctiveness" ? score.parts.words : null;
  const nearest = score.parts.nearestCulture;
  const noteBelongs = (score.estimator === "siblings") === (measure === "distinctiveness");
  return (
    <>
      <ul className="parts">
        {figures.map(({ name, value, words }) => (
          <li key={name}>
            <span className="n">{formatScore(value)}</span>
            <span>
              {words}
              {name === "nearestSimilarity" && typeof nearest === "string"
                ? `, ${cultureNames.get(nearest) ?? nearest}`
                : ""}
            </span>
          </li>
        ))}
      </ul>
      {Array.isArray(carriers) && carriers.length > 0 ? (
        <p className="carriers">
          <span>Carried by</span>{" "}
          {carriers.slice(0, shownWords).map(({ word }) => (
            <bdi key={word} className="chip own" lang={language}>
              {word}
            </bdi>
          ))}
        </p>
      ) : null}
      {typeof score.parts.note === "string" && noteBelongs ? <p className="source">{score.parts.note}</p> : null}
    </>
  );
}
