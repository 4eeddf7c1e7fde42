import Link from "next/link";
import { measureWords } from "#components/conversations/measure-words.ts";
import { ScoreButton } from "#components/overview/score-button.tsx";
import { Day } from "#components/ui/day.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";
import { plural } from "#components/ui/plural.ts";
import type { EmbeddingStatus } from "#lib/schema/embedding-status.ts";
import type { EstimatorHealth, ScoreHealth } from "#lib/schema/score-health.ts";
import { EmbeddingNote } from "./embedding-note.tsx";
import { estimatorSentences, type ScoresView, scoresHref } from "./score-words.ts";

const names = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Every estimator that has, or may have, something to say here: what it measures, how far it is, and what it is not. */
export function Health({
  project,
  health,
  view,
  mayScore,
  underWay,
  embedding,
}: {
  project: string;
  health: ScoreHealth;
  view: ScoresView;
  mayScore: boolean;
  underWay: boolean;
  /** How far texts have been embedded; null where no embedder is chosen. */
  embedding: EmbeddingStatus | null;
}) {
  const present = health.estimators.filter(
    ({ run, representativeness, distinctiveness }) => run || representativeness.scored + distinctiveness.scored > 0,
  );
  const absent = health.estimators.filter((each) => !present.includes(each));
  return (
    <section aria-labelledby="estimators">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 id="estimators" className="text-15">
          Estimators
        </h2>
        {mayScore ? <ScoreButton project={project} underWay={underWay} /> : null}
      </div>
      <ul className="estimators">
        {present.map((each) => (
          <Estimator
            key={each.estimator}
            project={project}
            health={health}
            estimator={each}
            view={view}
            embedding={each.estimator === "embedding" ? embedding : null}
          />
        ))}
      </ul>
      {absent.length === 0 ? null : (
        <p className="mt-3 max-w-[74ch] text-12 text-ink-3">
          {`Nothing yet by ${names.format(absent.map(({ estimator }) => estimatorSentences[estimator].name.toLowerCase()))}: `}
          {absent.map(({ estimator }) => absentWords[estimator]).join(" ")}
        </p>
      )}
    </section>
  );
}

/** What it takes for an estimator to have a word. */
const absentWords: Readonly<Record<EstimatorHealth["estimator"], string>> = {
  lexical: "Wording is not run in this project; Settings says which are.",
  siblings: "Siblings are not compared in this project; Settings says which estimators run.",
  embedding: "Embedding needs a model for it, chosen in Settings under Connections.",
  panel: "A panel needs connections to language models.",
  human: "People’s ratings come with decisions where the guideline asks for them.",
};

function Estimator({
  project,
  health,
  estimator,
  view,
  embedding,
}: {
  project: string;
  health: ScoreHealth;
  estimator: EstimatorHealth;
  view: ScoresView;
  embedding: EmbeddingStatus | null;
}) {
  const { name, says, not } = estimatorSentences[estimator.estimator];
  const { fitted, stale, olderVersion } = estimator;
  return (
    <li>
      <h3>
        {name} <span className="font-normal text-ink-3">version {estimator.version}</span>
      </h3>
      <p className="max-w-[74ch]">{says}</p>
      <p className="max-w-[74ch] text-12 text-ink-3">{not}</p>
      <ul className="estimator-measures">
        {estimator.measures.map((measure) => {
          const { scored, missing } = estimator[measure];
          const shown = health.shown[measure] === estimator.estimator;
          return (
            <li key={measure}>
              <p className="flex flex-wrap items-center gap-x-2">
                <MeasureGlyph measure={measure} />
                <Link
                  href={scoresHref(project, { ...view, estimator: estimator.estimator, measure })}
                  prefetch={false}
                  aria-current={view.estimator === estimator.estimator && view.measure === measure ? "true" : undefined}
                >
                  {measureWords[measure]}
                </Link>
                <span>
                  <b className="n font-medium">{formatCount(scored)}</b> of{" "}
                  <span className="n">{formatCount(health.conversations)}</span> scored
                </span>
                {shown ? <span className="text-ink-3">shown in lists</span> : null}
              </p>
              {missing.length === 0 ? null : (
                <details>
                  <summary className="text-12 text-ink-3">
                    Why {plural(health.conversations - scored, "has", "have")} none
                  </summary>
                  <ul className="text-12 text-ink-2">
                    {missing.map(({ reason, count }) => (
                      <li key={reason ?? "others"} dir="auto">
                        <span className="n">{formatCount(count)}</span>: {reason ?? "Other reasons."}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
      {embedding === null ? null : <EmbeddingNote status={embedding} />}
      <p className="text-12 text-ink-3">
        {stale === 0 ? "None is stale." : `${plural(stale, "is", "are")} stale: the text has changed since.`}
        {olderVersion === 0 ? "" : ` ${formatCount(olderVersion)} by an older version.`}
        {fitted === null ? "" : " Learnt "}
        {fitted === null ? null : (
          <>
            {plural(fitted.items, "conversation")} on <Day at={fitted.at} />.
          </>
        )}
      </p>
    </li>
  );
}
