import { estimatorWords, percent } from "#components/conversations/percentile-words.ts";
import { formatScore } from "#components/ui/format-score.ts";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { Note } from "#components/ui/note.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import type { Score } from "#lib/schema/score.ts";
import { describeScore } from "#lib/scoring/describe.ts";
import { type MeasureName, scoresOf } from "./card-words.ts";
import { CrowdPlot } from "./crowd-plot.tsx";
import type { MarkedWord } from "./marked-words.ts";
import { partWords } from "./words.ts";

const titles = { representativeness: "Representative", distinctiveness: "Distinctive" } as const;
const crowds = { representativeness: "Representativeness", distinctiveness: "Distinctiveness" } as const;
const ranks = { representativeness: "more typical than", distinctiveness: "more distinct than" } as const;

interface MeasureSectionProps {
  measure: MeasureName;
  conversation: ConversationDetail;
  /** The words marked in the text, of the measure that they earned. */
  marks: readonly MarkedWord[];
  cultureNames: ReadonlyMap<string, string>;
}

/** One measure of the card in words: value, place in the culture, why in a sentence, and what it was put together from. */
export function MeasureSection({ measure, conversation, marks, cultureNames }: MeasureSectionProps) {
  const { main, others, said } = scoresOf(conversation, measure);
  const value = main?.[measure];
  const { name } = conversation.culture;
  return (
    <section className="measure" aria-label={titles[measure]}>
      <div className="measure-head">
        <h2>
          <MeasureGlyph measure={measure} />
          {titles[measure]}
        </h2>
        {value?.computed ? (
          <ScoreBar value={value.value} size={9} stale={main?.stale ?? false} />
        ) : (
          <span className="figure">–</span>
        )}
      </div>
      {main === undefined ? <p>Not scored yet. Scores follow an import and each edit by themselves.</p> : null}
      {main !== undefined && value?.computed ? (
        <>
          <CrowdPlot
            crowd={conversation.crowd[measure]}
            value={value.value}
            name={`${crowds[measure]} of the items of ${name}`}
            stale={main.stale}
          />
          <p className="place">
            <span className="n">0</span>
            <span>
              {ranks[measure]} <b className="n">{percent(value.percentile)}</b> of the items of <bdi>{name}</bdi>
            </span>
            <span className="n">1</span>
          </p>
          {main.stale ? <Note>Stale: the text has changed since this was computed.</Note> : null}
          <p>{describeScore(main, { culture: name, words: 0 })[measure]}</p>
          <Carriers marks={measure === "distinctiveness" ? marks : []} language={conversation.language} />
          <Parts score={main} measure={measure} cultureNames={cultureNames} />
        </>
      ) : null}
      {value !== undefined && !value.computed
        ? said.map(({ estimator, [measure]: each }) => (each.computed ? null : <p key={estimator}>{each.reason}</p>))
        : null}
      {others.map((score) => {
        const other = score[measure];
        return other.computed ? (
          <p key={score.estimator} className="other">
            <ScoreBar value={other.value} stale={score.stale} />
            <span>by {estimatorWords(measure, score.estimator)}</span>
          </p>
        ) : null;
      })}
    </section>
  );
}

/** The words that earned the score, under the numbers that they have in the text. */
function Carriers({ marks, language }: { marks: readonly MarkedWord[]; language: string }) {
  if (marks.length === 0) return null;
  return (
    <ul className="carriers" aria-label="Words that set it apart">
      {marks.map(({ number, word }) => (
        <li key={number}>
          <button type="button" className="chip" data-mark={number}>
            <span className="number">{number}</span>
            <bdi className="own" lang={language}>
              {word}
            </bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the measure was put together from, the nearest culture by name. */
function Parts({
  score,
  measure,
  cultureNames,
}: {
  score: Score;
  measure: MeasureName;
  cultureNames: ReadonlyMap<string, string>;
}) {
  const figures = Object.entries(score.parts).flatMap(([name, value]) => {
    const words = partWords[name];
    return words?.measure === measure && typeof value === "number" ? [{ name, value, words: words.words }] : [];
  });
  const nearest = score.parts.nearestCulture;
  const noteBelongs = (score.estimator === "siblings") === (measure === "distinctiveness");
  return (
    <details className="parts">
      <summary>
        By {estimatorWords(measure, score.estimator)}, version {score.version}
      </summary>
      <ul>
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
      {typeof score.parts.note === "string" && noteBelongs ? <p>{score.parts.note}</p> : null}
    </details>
  );
}
