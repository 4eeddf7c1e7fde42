import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { QueueCounts } from "#lib/curation/columns/count-queues.ts";
import { reaches } from "#lib/schema/permissions.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import { ScoreButton } from "./score-button.tsx";

/** What may be done next in this project, by this person. The first step's button stands in the title. */
export function NextSteps({
  project,
  scoring,
  queues,
  changedSince,
}: {
  project: ProjectView;
  scoring: boolean;
  queues: QueueCounts;
  /** How many texts have changed since the estimators learnt of the project, where that is many; else 0. */
  changedSince: number;
}) {
  const { slug, counts, role } = project;
  const unscored = counts.total - counts.scored;
  return (
    <section aria-labelledby="next" className="border-line wide:border-s wide:ps-6">
      <h2 id="next" className="text-15">
        Next
      </h2>
      <ol className="small:grid small:grid-cols-2 small:gap-x-8 wide:block">
        {reaches(role, "annotator") ? null : (
          <Step
            title={`Read ${plural(counts.total, "conversation")}`}
            text="With their scores, by culture, topic and status."
          >
            <ButtonLink href={`/projects/${slug}/browse`}>Browse</ButtonLink>
          </Step>
        )}
        {counts.pending > 0 && reaches(role, "annotator") ? (
          <Step
            title={`Review ${plural(counts.pending, "pending", "pending")}`}
            text="One at a time, beside what other cultures answer."
          >
            <ButtonLink href={`/projects/${slug}/triage`}>Continue triage</ButtonLink>
          </Step>
        ) : null}
        {queues.disagreeing > 0 && reaches(role, "annotator") ? (
          <Step
            title={`Settle ${plural(queues.disagreeing, "disagreement")}`}
            text="Pending ones over which two ways of scoring are more than .3 apart, the furthest apart first."
          >
            <ButtonLink href={`/projects/${slug}/triage?order=disagreement`}>Disagreement first</ButtonLink>
          </Step>
        ) : null}
        {queues.emptyCells > 0 && reaches(role, "annotator") ? (
          <Step
            title={`${plural(queues.emptyCells, "cell")} without anything accepted`}
            text={`Of ${formatCount(queues.waitingCells)} cells of culture and topic in which something waits.`}
          >
            <ButtonLink href={`/projects/${slug}/triage?order=thin`}>Thin cells first</ButtonLink>
          </Step>
        ) : null}
        {(unscored > 0 || changedSince > 0 || scoring) && reaches(role, "curator") ? (
          <Step
            title={
              scoring
                ? "Scores are being computed"
                : changedSince > 0
                  ? `${plural(changedSince, "text")} changed since scores were last learnt`
                  : `${formatCount(unscored)} without a score`
            }
            text={
              changedSince > 0 && !scoring
                ? "Each changed text is scored again at once, by what was learnt before. Score again to learn from all of them."
                : "Where one cannot be computed, Triage says why. No language model is asked."
            }
          >
            <ScoreButton project={slug} underWay={scoring} />
          </Step>
        ) : null}
        {counts.accepted + counts.rejected > 0 ? (
          <Step title="See what the scores are worth" text="How they agree with decisions, culture by culture.">
            <ButtonLink href={`/projects/${slug}/scores`}>Scores</ButtonLink>
          </Step>
        ) : null}
        {counts.accepted > 0 && reaches(role, "curator") ? (
          <Step
            title={`Export ${plural(counts.accepted, "accepted", "accepted")}`}
            text="As the file your tuning tool reads."
          >
            <ButtonLink href={`/projects/${slug}/export`}>Choose a format</ButtonLink>
          </Step>
        ) : null}
        {reaches(role, "curator") ? (
          <Step title="Import more" text="What is here already is recognised and left alone.">
            <ButtonLink href={`/projects/${slug}/import`}>Import a file</ButtonLink>
          </Step>
        ) : null}
      </ol>
    </section>
  );
}

function Step({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <li className="border-b border-line py-3.5 last:border-0">
      <h3 className="font-medium">{title}</h3>
      <p className="mt-0.5 mb-2 text-12/4.5 text-ink-3">{text}</p>
      {children}
    </li>
  );
}
