import { z } from "zod";
import { bradleyTerry, type JudgedPair } from "#lib/curation/bradley-terry.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { invalidField, StudioError } from "#lib/errors.ts";
import { Asked, JudgeInput, Judgement, Preference, QuestionKey, Ranking } from "#lib/schema/comparison.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { type ChangeContext, defineChange, defineProjectRead } from "./define.ts";

/**
 * Records which of two answers to a question one person takes for the more typical, or the more specific. It changes neither
 * of them. The revisions are those that were read: a judgement of a text that has changed since stays, and no longer counts.
 */
export const judgePair = defineChange(
  { action: "conversation.judge", summary: "Judge a pair of answers", Input: JudgeInput, Output: Judgement },
  async ({ world, actor, project, tx, record }, input) => {
    const { question, asked, first, second, preferred, shown = null } = input;
    if (first.id === second.id) throw invalidField("second.id", "is the same answer as the first");
    const rows = await tx.conversation.findMany({
      where: { projectId: project.id, questionKey: question, id: { in: [first.id, second.id] } },
      select: { id: true, headRevision: true },
    });
    for (const [side, { id, revision }] of Object.entries({ first, second })) {
      const row = rows.find((each) => each.id === id);
      if (row === undefined) throw new StudioError("not_found", "There is no such answer to this question.");
      if (revision > row.headRevision) throw invalidField(`${side}.revision`, "is one that this answer does not have");
    }
    const id = world.newId();
    await tx.comparison.create({
      data: {
        id,
        projectId: project.id,
        questionKey: question,
        asked,
        firstId: first.id,
        secondId: second.id,
        firstRevision: first.revision,
        secondRevision: second.revision,
        preferred,
        userId: actor.userId,
        shown: shown ?? Prisma.DbNull,
      },
    });
    await record({
      kind: "answers.judged",
      payload: { comparison: id, question, asked, first, second, preferred, shown },
    });
    return { id, withdrawn: false };
  },
);

const MoveInput = z.strictObject({ project: z.string(), judgement: z.uuid() });

/** Takes a judgement back: one's own, or as a curator anybody's. */
export const withdrawJudgement = defineChange(
  { action: "conversation.judge", summary: "Take a judgement of a pair back", Input: MoveInput, Output: Judgement },
  (context, input) => move(context, input.judgement, true),
);

/** Lets a judgement that was taken back stand again: one's own, or as a curator anybody's. */
export const restoreJudgement = defineChange(
  { action: "conversation.judge", summary: "Let a judgement stand again", Input: MoveInput, Output: Judgement },
  (context, input) => move(context, input.judgement, false),
);

/** A judgement that stands so already is left alone, and no event tells of it. */
async function move({ actor, project, tx, record }: ChangeContext, id: string, withdrawn: boolean): Promise<Judgement> {
  const [row] = await tx.$queryRaw<{ userId: string | null; withdrawn: boolean }[]>(Prisma.sql`
    SELECT user_id AS "userId", withdrawn FROM comparison WHERE id = ${id}::uuid AND project_id = ${project.id}::uuid FOR UPDATE`);
  if (!row) throw new StudioError("not_found", "There is no such judgement in this project.");
  if (row.userId !== actor.userId && !reaches(project.role, "curator"))
    throw new StudioError("forbidden", "A judgement is taken back by who made it, or by a curator.");
  if (row.withdrawn !== withdrawn) {
    await tx.comparison.update({ where: { id }, data: { withdrawn } });
    await record({
      kind: withdrawn ? "answers.judgement-withdrawn" : "answers.judgement-restored",
      payload: { comparison: id },
    });
  }
  return { id, withdrawn };
}

interface JudgedRow {
  first: string;
  second: string;
  firstCulture: string;
  secondCulture: string;
  preferred: string;
  mine: boolean;
  outdated: boolean;
}

/**
 * How the answers to a question fare against each other by all judgements that stand, those of texts that have changed
 * since left out. One index range; O(judgements + answers³).
 */
export const getRanking = defineProjectRead(
  {
    action: "conversation.read",
    summary: "Rank the answers to a question by judgements of pairs",
    Input: z.strictObject({ project: z.string(), question: QuestionKey, asked: Asked }),
    Output: Ranking,
  },
  async ({ world, actor, project }, { question, asked }) => {
    const { rows } = await world.pool.query<JudgedRow>(
      `SELECT judged.first_id AS first, judged.second_id AS second, one_culture.code AS "firstCulture", other_culture.code AS "secondCulture",
         judged.preferred, judged.user_id IS NOT DISTINCT FROM $4 AS mine,
         judged.first_revision <> one.head_revision OR judged.second_revision <> other.head_revision AS outdated
       FROM comparison judged
       JOIN conversation one ON one.id = judged.first_id JOIN culture one_culture ON one_culture.id = one.culture_id
       JOIN conversation other ON other.id = judged.second_id JOIN culture other_culture ON other_culture.id = other.culture_id
       WHERE judged.project_id = $1 AND judged.question_key = $2 AND judged.asked = $3 AND NOT judged.withdrawn ORDER BY judged.id`,
      [project.id, question, asked, actor.userId],
    );
    const standing = rows.filter(({ outdated }) => !outdated);
    const cultures = new Map(
      standing.flatMap(({ first, second, firstCulture, secondCulture }) => [
        [first, firstCulture] as const,
        [second, secondCulture] as const,
      ]),
    );
    const judged = standing.map(
      ({ first, second, preferred }): JudgedPair => ({ first, second, preferred: Preference.parse(preferred) }),
    );
    const ranked = bradleyTerry([...cultures.keys()].sort(), judged).map((one) => ({
      ...one,
      culture: cultures.get(one.id) ?? "",
      tells: one.interval !== null && (one.interval.low > 0.5 || one.interval.high < 0.5),
    }));
    ranked.sort((a, b) => (b.chance ?? 0) - (a.chance ?? 0) || b.compared - a.compared || (a.id < b.id ? -1 : 1));
    return {
      question,
      asked,
      rows: ranked,
      pairs: countPairs(standing),
      judgements: standing.length,
      outdated: rows.length - standing.length,
    };
  },
);

function countPairs(rows: readonly JudgedRow[]): Ranking["pairs"] {
  const counts = new Map<string, Ranking["pairs"][number]>();
  for (const { first, second, mine } of rows) {
    const [one, other] = first < second ? [first, second] : [second, first];
    const count = counts.get(`${one} ${other}`) ?? { one, other, all: 0, mine: 0 };
    counts.set(`${one} ${other}`, { ...count, all: count.all + 1, mine: count.mine + (mine ? 1 : 0) });
  }
  return [...counts.values()];
}
