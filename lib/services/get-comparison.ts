import { createHash } from "node:crypto";
import { culturesAnswering, readComparedAnswers } from "#lib/db/compared-answers.ts";
import { questionsBeside, readQuestions } from "#lib/db/list-questions.ts";
import { StudioError } from "#lib/errors.ts";
import { fewestCompared, mostCompared } from "#lib/schema/compare-choices.ts";
import { type ComparedAnswer, Comparison, GetComparisonInput, type Likeness } from "#lib/schema/comparison.ts";
import { baseLanguage } from "#lib/scoring/base-language.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";
import { SiblingsModel, siblingsVersion } from "#lib/scoring/siblings/model.ts";
import { wordPlaces } from "#lib/text/word-places.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "./define.ts";
import { ItemVectors } from "./item-vectors.ts";
import { scoringContext } from "./score-project.ts";

/** Longer words are never usual, and need not be looked up. */
const longestUsual = 40;

/**
 * One question with the answers of up to six cultures, and how alike they are by what the siblings estimator has learnt of
 * the project. Eight indexed queries, one more for vectors, and the stored model; O(answers²) similarities.
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
    const [[asked], cultures, beside, learnt] = await Promise.all([
      readQuestions(pool, projectId, [question]),
      culturesAnswering(pool, projectId, question),
      questionsBeside(pool, projectId, question),
      readModel(world, projectId),
    ]);
    if (asked === undefined) throw new StudioError("not_found", "No conversation of this project has that question.");
    const codes = cultures.map(({ code }) => code);
    const chosen = [...new Set(wanted ?? [])].filter((code) => codes.includes(code));
    // One alone is the reference, and the first others by name stand beside it.
    const shown = (chosen.length >= fewestCompared ? chosen : [...new Set([...chosen, ...codes])]).slice(
      0,
      mostCompared,
    );
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
      likeness: await likenessOf(world, answers, learnt),
      usual: usualOf(answers, learnt?.model ?? null),
      sha256: createHash("sha256")
        .update(digests.map(({ id, sha256 }) => `${id}:${sha256}`).join("\n"))
        .digest("hex"),
      ...beside,
    };
  },
);

interface Learnt {
  model: SiblingsModel;
  /** What the model compares answers by, where that is vectors; those of the answers are to be loaded first. */
  vectors: ItemVectors | null;
}

/** What the siblings estimator has learnt; null before the project is scored, and while an older version's is stored. */
async function readModel(world: World, projectId: string): Promise<Learnt | null> {
  const stored = await world.db.scoringModel.findUnique({
    where: { projectId_estimator: { projectId, estimator: "siblings" } },
  });
  if (stored === null || stored.version !== siblingsVersion) return null;
  const { data, embedderConnectionId: connection, embedderModel } = stored;
  const masking = await scoringContext(world, projectId);
  const vectors =
    connection === null || embedderModel === null
      ? null
      : new ItemVectors({ connection, model: embedderModel }, masking);
  return { model: SiblingsModel.fromBytes(new Uint8Array(data), vectors?.context ?? masking), vectors };
}

async function likenessOf(world: World, answers: readonly ComparedAnswer[], learnt: Learnt | null): Promise<Likeness> {
  if (learnt === null) return { computed: false, reason: "The project has not been scored yet." };
  const { model, vectors } = learnt;
  const items = answers.map(toItem);
  if (vectors !== null) {
    const client = await world.pool.connect();
    try {
      await vectors.load(client, items);
    } finally {
      client.release();
    }
  }
  return {
    computed: true,
    basis: vectors === null ? "wording" : "embedding",
    ids: answers.map(({ id }) => id),
    values: model.likeness(items),
  };
}

function toItem(answer: ComparedAnswer): ScoringItem {
  return {
    id: answer.id,
    culture: answer.culture.code,
    topic: answer.topic?.key ?? null,
    language: answer.language,
    questionKey: answer.questionKey,
    question: said(answer, "user").join("\n"),
    response: said(answer, "assistant").join("\n"),
  };
}

function usualOf(answers: readonly ComparedAnswer[], model: SiblingsModel | null): Comparison["usual"] {
  if (model === null) return {};
  const byLanguage = Map.groupBy(answers, ({ language }) => baseLanguage(language));
  return Object.fromEntries(
    [...byLanguage].map(([language, of]) => {
      const words = new Set(
        of.flatMap((answer) =>
          said(answer, "assistant").flatMap((text) => wordPlaces(text, answer.language).map(({ word }) => word)),
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

const said = ({ turns }: ComparedAnswer, who: "user" | "assistant") =>
  turns.filter(({ role }) => role === who).map(({ content }) => content);
