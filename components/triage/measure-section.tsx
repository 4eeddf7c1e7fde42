import { measureTitles, measureWords } from "#components/conversations/measure-words.ts";
import { estimatorWords, percent } from "#components/conversations/percentile-words.ts";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { Note } from "#components/ui/note.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import type { MeasureName, Score } from "#lib/schema/score.ts";
import { tellsEnough } from "#lib/scoring/tells-enough.ts";
import { calibratedWords, scoresOf } from "./card-words.ts";
import { CrowdPlot } from "./crowd-plot.tsx";
import type { MarkedWord } from "./marked-words.ts";
import { ScoreParts, ScoreWords } from "./score-words.tsx";

const ranks = { representativeness: "more typical than", distinctiveness: "more distinct than" } as const;

interface MeasureSectionProps {
  measure: MeasureName;
  conversation: ConversationDetail;
  /** The words marked in the text, of the measure that they earned. */
  marks: readonly MarkedWord[];
  cultureNames: ReadonlyMap<string, string>;
}

/**
 * One measure of the card in words: value, place in the culture, why in a sentence, what it was put together from; then the
 * same of the other estimators, each by itself.
 */
export function MeasureSection({ measure, conversation, marks, cultureNames }: MeasureSectionProps) {
  const { main, others } = scoresOf(conversation, measure);
  const value = main?.[measure];
  const shown = conversation.shown[measure];
  const calibration = main?.estimator === shown.estimator ? shown.calibration : null;
  // What lists show, and so where it stands among the others.
  const shownValue = value?.computed ? ((calibration ? conversation[measure]?.value : null) ?? value.value) : 0;
  const { name } = conversation.culture;
  const carriers = measure === "distinctiveness" ? marks : [];
  return (
    <section className="measure" aria-label={measureTitles[measure]}>
      <div className="measure-head">
        <h2>
          <MeasureGlyph measure={measure} />
          {measureTitles[measure]}
        </h2>
        {value?.computed ? (
          <ScoreBar
            value={shownValue}
            size={9}
            stale={main?.stale ?? false}
            interval={calibration === null ? value.interval : (conversation[measure]?.interval ?? null)}
            vague={!tellsEnough(value)}
          />
        ) : (
          <span className="figure">–</span>
        )}
      </div>
      {main === undefined ? <p>Not scored yet. Scores follow an import and each edit by themselves.</p> : null}
      {main !== undefined && value?.computed ? (
        <>
          {tellsEnough(value) ? (
            <>
              <CrowdPlot
                crowd={conversation.crowd[measure]}
                value={shownValue}
                name={`${measureWords[measure]} of the items of ${name}`}
                stale={main.stale}
              />
              <p className="place">
                <span className="n">0</span>
                <span>
                  {ranks[measure]} <b className="n">{percent(value.percentile)}</b> of the items of <bdi>{name}</bdi>
                </span>
                <span className="n">1</span>
              </p>
            </>
          ) : null}
          {calibration === null ? null : <p>{calibratedWords(calibration, value.value)}</p>}
          {main.stale ? (
            <Note role="status">
              {main.revision === conversation.headRevision
                ? "Stale: a text that it was compared with has changed. The new score comes by itself."
                : "Stale: the text has changed since this was computed. The new score comes by itself."}
            </Note>
          ) : null}
          <ScoreWords score={main} measure={measure} culture={name} />
          <Carriers marks={carriers} language={conversation.language} />
          <details className="parts">
            <summary>
              By {estimatorWords(measure, main.estimator)}, version {main.version}
            </summary>
            <ScoreParts score={main} measure={measure} cultureNames={cultureNames} />
          </details>
        </>
      ) : null}
      {value !== undefined && !value.computed ? <p>{value.reason}</p> : null}
      {others.map((score) => (
        <Other key={score.estimator} score={score} measure={measure} culture={name} cultureNames={cultureNames} />
      ))}
    </section>
  );
}

/** What another estimator says, folded: its number stands beside the others', its reasons one press away. */
function Other({
  score,
  measure,
  culture,
  cultureNames,
}: {
  score: Score;
  measure: MeasureName;
  culture: string;
  cultureNames: ReadonlyMap<string, string>;
}) {
  const value = score[measure];
  return (
    <details className="other">
      <summary>
        {value.computed ? (
          <ScoreBar value={value.value} stale={score.stale} interval={value.interval} vague={!tellsEnough(value)} />
        ) : (
          <ScoreBar value={null} />
        )}
        <span>by {estimatorWords(measure, score.estimator)}</span>
      </summary>
      {value.computed ? (
        <>
          <p>
            {tellsEnough(value) ? (
              <>
                {ranks[measure]} <b className="n">{percent(value.percentile)}</b> of the items of <bdi>{culture}</bdi>
              </>
            ) : null}
          </p>
          <ScoreWords score={score} measure={measure} culture={culture} words={3} />
          <ScoreParts score={score} measure={measure} cultureNames={cultureNames} />
          <p className="text-ink-3">Version {score.version}</p>
        </>
      ) : (
        <p>{value.reason}</p>
      )}
    </details>
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
