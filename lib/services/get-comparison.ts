import { createHash } from "node:crypto";
import { culturesAnswering, readComparedAnswers } from "#lib/db/compared-answers.ts";
import { questionsBeside, readQuestions } from "#lib/db/list-questions.ts";
import { StudioError } from "#lib/errors.ts";
import { mostCompared } from "#lib/schema/compare-choices.ts";
import { type ComparedAnswer, Comparison, GetComparisonInput, type Likeness } from "#lib/schema/comparison.ts";
import { baseLanguage } from "#lib/scoring/base-language.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";
import { SiblingsModel, siblingsVersion } from "#lib/scoring/siblings/model.ts";
import { wordPlaces } from "#lib/text/word-places.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "./define.ts";
import { scoringContext } from "./score-project.ts";

/** Longer words are never usual, and need not be looked up. */
const longestUsual = 40;

/**
 * One question with the answers of up to six cultures, and how alike they are by what the siblings estimator has learnt of
 * the project. Eight indexed queries and the stored model; O(answers²) similarities.
 */
export const getComparison = defineProjectRead(
  {
    action: "conversation.read",
    summary: "Compare the answers of some cultures to one question",
    Input: GetComparisonInput,
    Output: Comparison,
  },
  async ({ world, actor, project }, { question, cultures: wanted }) => {
    const { pool } = world;
    const projectId = project.id;
    const [[asked], cultures, beside, model] = await Promise.all([
      readQuestions(pool, projectId, [question]),
      culturesAnswering(pool, projectId, question),
      questionsBeside(pool, projectId, question),
      readModel(world, projectId),
    ]);
    if (asked === undefined) throw new StudioError("not_found", "No conversation of this project has that question.");
    const codes = cultures.map(({ code }) => code);
    const chosen = [...new Set(wanted ?? [])].filter((code) => codes.includes(code));
    const shown = (chosen.length > 0 ? chosen : codes).slice(0, mostCompared);
    const { answers, digests } = await readComparedAnswers(pool, {
      projectId,
      question,
      cultures: shown,
      userId: actor.userId,
    });
    return {
      key: asked.key,
      text: asked.text,
      language: asked.language,
      topic: asked.topic,
      cultures,
      shown,
      answers,
      likeness: likenessOf(answers, model),
      usual: usualOf(answers, model),
      sha256: createHash("sha256")
        .update(digests.map(({ id, sha256 }) => `${id}:${sha256}`).join("\n"))
        .digest("hex"),
      ...beside,
    };
  },
);

/** What the siblings estimator has learnt; null before the project is scored, and while an older version's is stored. */
async function readModel(world: World, projectId: string): Promise<SiblingsModel | null> {
  const stored = await world.db.scoringModel.findUnique({
    where: { projectId_estimator: { projectId, estimator: "siblings" } },
  });
  if (stored === null || stored.version !== siblingsVersion) return null;
  return SiblingsModel.fromBytes(new Uint8Array(stored.data), await scoringContext(world, projectId));
}

function likenessOf(answers: readonly ComparedAnswer[], model: SiblingsModel | null): Likeness {
  if (model === null) return { computed: false, reason: "The project has not been scored yet." };
  return {
    computed: true,
    basis: "lexical",
    ids: answers.map(({ id }) => id),
    values: model.likeness(answers.map(toItem)),
  };
}

function toItem(answer: ComparedAnswer): ScoringItem {
  return {
    id: answer.id,
    culture: answer.culture.code,
    topic: answer.topic?.key ?? null,
    language: answer.language,
    questionKey: answer.questionKey,
    question: answer.question,
    response: said(answer).join("\n"),
  };
}

function usualOf(answers: readonly ComparedAnswer[], model: SiblingsModel | null): Comparison["usual"] {
  if (model === null) return {};
  const byLanguage = Map.groupBy(answers, ({ language }) => baseLanguage(language));
  return Object.fromEntries(
    [...byLanguage].map(([language, of]) => {
      const words = new Set(
        of.flatMap((answer) =>
          said(answer).flatMap((text) => wordPlaces(text, answer.language).map(({ word }) => word)),
        ),
      );
      return [
        language,
        model.usual(
          [...words].filter(({ length }) => length <= longestUsual),
          language,
        ),
      ];
    }),
  );
}

const said = ({ turns }: ComparedAnswer) =>
  turns.filter(({ role }) => role === "assistant").map(({ content }) => content);
