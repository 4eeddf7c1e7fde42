import Link from "next/link";
import { z } from "zod";
import { filterQuery, noFilter } from "#components/conversations/filter-state.ts";
import { hidingFrom } from "#components/conversations/hiding.ts";
import { measureWords } from "#components/conversations/measure-words.ts";
import { AgreementTable } from "#components/scores/agreement-table.tsx";
import { Calibrations } from "#components/scores/calibrations.tsx";
import { Disagreements } from "#components/scores/disagreements.tsx";
import { Health } from "#components/scores/health.tsx";
import { ReliabilityPlot } from "#components/scores/reliability-plot.tsx";
import {
  againstWords,
  estimatorSentences,
  type ScoresView,
  scoresHref,
  shortageWords,
} from "#components/scores/score-words.ts";
import { SpreadPlot } from "#components/scores/spread-plot.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Note } from "#components/ui/note.tsx";
import { read } from "#lib/door/read.ts";
import { Against } from "#lib/schema/agreement.ts";
import type { AgreementView, CalibrationView } from "#lib/schema/calibration.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { EstimatorName, MeasureName } from "#lib/schema/score.ts";
import type { ScoreHealth } from "#lib/schema/score-health.ts";
import { calibrate } from "#lib/scoring/calibration/calibrate.ts";
import { getAgreement } from "#lib/services/get-agreement.ts";
import { getDisagreement } from "#lib/services/get-disagreement.ts";
import { getProject } from "#lib/services/get-project.ts";
import { getScoreHealth } from "#lib/services/get-score-health.ts";
import { listCultures } from "#lib/services/list-cultures.ts";
import { getScoring } from "#lib/services/scoring.ts";
import "#components/scores/scores.css";

export const metadata = { title: "Scores" };

interface Address {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the address asks for; what it names wrongly falls back to what lists show. */
const Asked = z.object({
  estimator: EstimatorName.optional().catch(undefined),
  measure: MeasureName.default("representativeness").catch("representativeness"),
  against: Against.default("decisions").catch("decisions"),
  culture: z.string().nullable().default(null).catch(null),
});

export default async function ScoresPage({ params, searchParams }: Address) {
  const { project: slug } = await params;
  const asked = Asked.parse(await searchParams);
  const [project, health, scoring, cultures] = await Promise.all([
    read(getProject, { project: slug }),
    read(getScoreHealth, { project: slug }),
    read(getScoring, { project: slug }),
    read(listCultures, { project: slug }),
  ]);
  const view: ScoresView = {
    estimator: estimatorOf(health, asked),
    measure: asked.measure,
    against: asked.against,
    culture: cultures.rows.some(({ code }) => code === asked.culture) ? asked.culture : null,
  };
  const { estimator, measure, against, culture } = view;
  const [found, disagreement] = await Promise.all([
    read(getAgreement, { project: slug, estimator, measure, against, ...(culture === null ? {} : { culture }) }),
    read(getDisagreement, { project: slug, measure }),
  ]);
  const versions = found.calibrations.filter((each) => (each.culture?.code ?? null) === culture);
  const shows = health.shown[measure] === estimator;
  const { agreement, reliability, spread } = found.chosen;
  const place = found.cultures.find(({ code }) => code === culture)?.name ?? "all cultures";
  const mayAct = reaches(project.role, "curator");
  const hiding = hidingFrom(project);
  return (
    <div className="look">
      <div className="title">
        <div className="min-w-0">
          <h1>Scores</h1>
          <p>What each estimator says, how far it is, and how well it agrees with people.</p>
        </div>
      </div>
      {project.counts.total === 0 ? (
        <EmptyState>Nothing here yet. Import conversations; each then gets its scores.</EmptyState>
      ) : (
        <>
          <Health
            project={slug}
            health={health}
            view={view}
            mayScore={mayAct}
            underWay={scoring.underWay}
            embedding={scoring.embedding}
          />
          <section aria-labelledby="agreement" className="mt-10">
            <h2 id="agreement" className="text-15">
              {measureWords[measure]} by {estimatorSentences[estimator].name.toLowerCase()}: agreement with people
            </h2>
            <p className="mb-2 max-w-[74ch] text-ink-2">
              {againstSentences[against][measure]} Intervals hold in 95 of 100 repetitions; figures are left out below
              50 items, or 10 of a kind.
            </p>
            <nav aria-label="What is compared" className="mb-3 flex flex-wrap gap-x-6 gap-y-1">
              <Choices
                label="Measure"
                options={MeasureName.options
                  .filter((name) =>
                    health.estimators.some((each) => each.estimator === estimator && each.measures.includes(name)),
                  )
                  .map((name) => ({ name: measureWords[name], view: { ...view, measure: name } }))}
                project={slug}
                now={view}
              />
              <Choices
                label="Against"
                options={Against.options.map((name) => ({
                  name: againstWords[name],
                  view: { ...view, against: name },
                }))}
                project={slug}
                now={view}
              />
            </nav>
            {estimator === "human" && against === "ratings" ? (
              <Note>People’s scores are their ratings: held against these, they agree with themselves.</Note>
            ) : null}
            <AgreementTable
              project={slug}
              found={found}
              view={view}
              hrefAt={shows ? (threshold, code) => browseHref(slug, found, view, threshold, code) : null}
            />
            {shows || agreement.suggested === null ? null : (
              <p className="mt-2 text-12 text-ink-3">
                Lists show another estimator’s {measureWords[measure].toLowerCase()}, so a threshold cannot be opened
                there. Settings says which estimator is shown.
              </p>
            )}
            <p className="mt-2 max-w-[74ch] text-12 text-ink-3">
              A threshold is suggested where it parts accepted from rejected best and AUROC is surely above chance. It
              is chosen on the same items that it is measured on, so its figures lean to the good side.
            </p>
            {agreement.items === 0 ? null : (
              <>
                <h2 className="mt-8 text-15">
                  Along the scale, <bdi>{place}</bdi>
                </h2>
                {agreement.shortage === null ? null : (
                  <p className="text-ink-3">
                    Of {agreement.items} {against === "decisions" ? "decided" : "rated"}:{" "}
                    {shortageWords(agreement.shortage)}.
                  </p>
                )}
                <div className="score-plots">
                  <ReliabilityPlot
                    reliability={reliability}
                    against={against}
                    calibration={activeFor(found.calibrations, culture)}
                  />
                  <SpreadPlot {...spread} against={against} threshold={agreement.suggested?.threshold ?? null} />
                </div>
                <p className="text-12 text-ink-3">
                  Raw scores: Brier <span className="n">{reliability.brier?.toFixed(3)}</span>, mean distance from the
                  dashes <span className="n">{reliability.ece?.toFixed(3)}</span>.
                </p>
              </>
            )}
            <Calibrations
              key={scoresHref(slug, view)}
              project={slug}
              view={view}
              versions={versions}
              items={agreement.items}
              shortage={
                estimator === "human" && against === "ratings"
                  ? "ratings are what this estimator says already"
                  : agreement.shortage && shortageWords(agreement.shortage)
              }
              shows={shows}
              mayCalibrate={mayAct}
              following={scoring.showing}
            />
          </section>
          <section aria-labelledby="disagreement" className="mt-10">
            <h2 id="disagreement" className="mb-2 text-15">
              Where estimators of {measureWords[measure].toLowerCase()} part
            </h2>
            <Disagreements
              project={slug}
              found={disagreement}
              named={!hiding.scores && !hiding.cultures}
              mayDecide={reaches(project.role, "annotator")}
            />
          </section>
        </>
      )}
    </div>
  );
}

const againstSentences = {
  decisions: {
    representativeness: "Whether what scores higher was accepted more often.",
    distinctiveness: "Whether what scores higher was accepted more often.",
  },
  ratings: {
    representativeness: "Whether what scores higher was rated more important in the culture.",
    distinctiveness: "Whether what scores higher was rated more distinctive.",
  },
} as const;

/** The estimator asked for where it has a word on the measure; else the one that lists show. */
function estimatorOf(
  { estimators, shown }: ScoreHealth,
  { estimator, measure }: z.output<typeof Asked>,
): EstimatorName {
  const known = estimators.find((each) => each.estimator === estimator);
  return known?.measures.includes(measure) ? known.estimator : shown[measure];
}

/** The calibration that values of a culture are shown by: its own before that of all. */
function activeFor(calibrations: readonly CalibrationView[], culture: string | null): CalibrationView | null {
  const on = calibrations.filter((each) => each.active && !each.outdated);
  return (
    on.find((each) => each.culture !== null && each.culture.code === culture) ??
    on.find((each) => each.culture === null) ??
    null
  );
}

/** Browse at a threshold, said in the values that lists show. */
function browseHref(
  project: string,
  { calibrations }: AgreementView,
  { measure }: ScoresView,
  threshold: number,
  culture: string | null,
): string {
  const calibration = activeFor(calibrations, culture);
  const from = calibration === null ? threshold : calibrate(calibration.map, threshold);
  // Cut off, not rounded: what is at the threshold stays in.
  const bound = Math.floor(from * 1000) / 1000;
  return `/projects/${project}/browse?${filterQuery({
    ...noFilter,
    ...(culture === null ? {} : { culture: [culture] }),
    [`${measure}From`]: bound,
  })}`;
}

function Choices({
  label,
  options,
  project,
  now,
}: {
  label: string;
  options: readonly { name: string; view: ScoresView }[];
  project: string;
  now: ScoresView;
}) {
  const current = scoresHref(project, now);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <span className="text-12 text-ink-3">{label}</span>
      {options.map(({ name, view }) => {
        const href = scoresHref(project, view);
        return (
          <Link
            key={name}
            href={href}
            prefetch={false}
            aria-current={href === current ? "true" : undefined}
            className="inline-block py-1 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
          >
            {name}
          </Link>
        );
      })}
    </span>
  );
}
