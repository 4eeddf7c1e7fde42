import { CheckField } from "#components/ui/check-field.tsx";
import { ratingNames } from "#lib/schema/choices.ts";
import type { RatingName } from "#lib/schema/decision.ts";
import type { ReviewSettings } from "#lib/schema/project.ts";

const ratings: Record<RatingName, { label: string; hint: string }> = {
  importance: { label: "Importance", hint: "How much this matters to people of the culture." },
  distinctiveness: { label: "Distinctiveness", hint: "How far it sets the culture apart from others." },
  plausibility: { label: "Plausibility", hint: "How likely it is to be true of the culture." },
};

/** How cards are shown before a decision, and what is rated with one. Read the values back with `reviewFieldsOf`. */
export function ReviewFields({ settings }: { settings: ReviewSettings }) {
  return (
    <>
      <fieldset className="space-y-2">
        <legend className="mb-1 text-12 text-ink-2">Until somebody has decided</legend>
        <CheckField
          name="blind"
          defaultChecked={settings.blind}
          label="Hide which culture it is"
          hint="Triage calls cultures A, B, C, so that the text is judged and not its origin. For annotators Browse does so too and leaves the culture out of its rows; curators and viewers see it there."
        />
        <CheckField
          name="hideScores"
          defaultChecked={settings.hideScores}
          label="Hide scores"
          hint="Scores are shown after the decision, so that they do not lead it; for annotators Browse leaves them out of its rows. Whoever wants to can press H to see them."
        />
        <p className="text-12 text-ink-2">Pages hide this, the API does not: it answers every member in full.</p>
      </fieldset>
      <fieldset className="space-y-2">
        <legend className="mb-1 text-12 text-ink-2">Rated from 1 to 5 with each decision</legend>
        {ratingNames.map((name) => (
          <CheckField
            key={name}
            name="ratings"
            value={name}
            defaultChecked={settings.ratings.includes(name)}
            {...ratings[name]}
          />
        ))}
      </fieldset>
    </>
  );
}

/** What the fields say now. */
export function reviewFieldsOf(fields: FormData): ReviewSettings {
  const chosen = new Set(fields.getAll("ratings"));
  return {
    blind: fields.has("blind"),
    hideScores: fields.has("hideScores"),
    ratings: ratingNames.filter((name) => chosen.has(name)),
  };
}
