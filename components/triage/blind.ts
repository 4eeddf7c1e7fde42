import type { ConversationDetail, NearText, NearTexts, Sibling, TriageCard } from "#lib/schema/conversation-view.ts";
import type { Measure, Score } from "#lib/schema/score.ts";
import { hiddenReason } from "./hidden-reason.ts";
import { letterAt } from "./side-order.ts";

/** Whether this person has said something of the conversation: then names and scores need be hidden no longer. */
export function isDecidedByMe({ decisions }: Pick<ConversationDetail, "decisions">): boolean {
  return decisions.some(({ mine, kind }) => mine && kind !== "flag");
}

/**
 * The card without a name of a culture or a language: cultures by the letters of their sides, and the sentences that may
 * name one replaced. Texts, and what their letters themselves tell, stay. The siblings are in their seeded order.
 */
export function blindCard({ conversation, siblings }: TriageCard): TriageCard {
  const letters = new Map<string, string>([[conversation.culture.code, letterAt(0)]]);
  const near = conversation.near?.abroad ?? [];
  for (const { culture } of [...siblings, ...near])
    if (!letters.has(culture.code)) letters.set(culture.code, letterAt(letters.size));
  const hide = (culture: Sibling["culture"]): Sibling["culture"] => blindCulture(letters.get(culture.code) ?? "");
  return {
    conversation: {
      ...conversation,
      culture: hide(conversation.culture),
      externalId: null,
      source: null,
      method: null,
      metadata: {},
      unscored: { representativeness: hiddenReason, distinctiveness: hiddenReason },
      scores: conversation.scores.map((score) => blindScore(score, letters)),
      near: conversation.near === null ? null : blindNear(conversation.near, hide),
    },
    siblings: siblings.map((sibling) => ({ ...sibling, culture: hide(sibling.culture) })),
  };
}

function blindCulture(letter: string): Sibling["culture"] {
  const name = `Culture ${letter}`;
  return { code: `blind-${letter}`, name, endonym: name, language: "en" };
}

function blindScore(score: Score, letters: ReadonlyMap<string, string>): Score {
  const { nearestCulture } = score.parts;
  const letter = typeof nearestCulture === "string" ? letters.get(nearestCulture) : undefined;
  // Numbers and the text's own words stay. Sentences, and lists of whatever else an estimator weighs, may name a culture.
  const parts = Object.fromEntries(
    Object.entries(score.parts).filter(([name, part]) => typeof part === "number" || name === "words"),
  );
  return {
    ...score,
    representativeness: blindMeasure(score.representativeness),
    distinctiveness: blindMeasure(score.distinctiveness),
    parts: letter === undefined ? parts : { ...parts, nearestCulture: `Culture ${letter}` },
  };
}

function blindNear(near: NearTexts, hide: (culture: Sibling["culture"]) => Sibling["culture"]): NearTexts {
  const blind = (text: NearText): NearText => ({ ...text, culture: hide(text.culture) });
  return { ...near, home: near.home.map(blind), abroad: near.abroad.map(blind) };
}

function blindMeasure(measure: Measure): Measure {
  return measure.computed ? measure : { computed: false, reason: hiddenReason };
}
