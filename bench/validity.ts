/**
 * How far each estimator's distinctiveness agrees with how rare an answer truly is in other cultures, on vote counts.
 *
 *   node bench/validity.ts --counts FILE [--json]
 *
 * FILE: JSONL, each line {questionKey, culture, answers: [{texts, count}]}, all answers in one language. The truth for an
 * answer is 1 − the mean, over the other cultures, of the share of votes that the same answer (a shared text) has there.
 * Figures are Spearman coefficients: dTop when every culture gives its most voted answer and these are scored; dAll when
 * every answer is scored against the other cultures' most voted ones; dAllThree against their three most voted ones.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Estimator, ScoringItem } from "#lib/scoring/estimator.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import { spearman } from "#lib/scoring/spearman.ts";

const Counts = z.object({
  questionKey: z.string(),
  culture: z.string(),
  answers: z.array(z.object({ texts: z.array(z.string()).min(1), count: z.number().min(0) })),
});
type Counts = z.infer<typeof Counts>;

interface Answer {
  item: ScoringItem;
  /** Place among its culture's answers by votes, 0 for the most voted. */
  rank: number;
  truth: number;
}

const context = { mask: (text: string) => text };

const { values } = parseArgs({ options: { counts: { type: "string" }, json: { type: "boolean", default: false } } });
if (values.counts === undefined) {
  console.error("Name the file of vote counts: --counts FILE");
  process.exit(2);
}
const lines = (await readFile(values.counts, "utf8")).split("\n").filter((line) => line.trim() !== "");
const answers = readAnswers(lines.map((line) => Counts.parse(JSON.parse(line))));
const report: Record<string, { dTop: number | null; dAll: number | null; dAllThree: number | null; n: number }> = {};
for (const estimator of Object.values(estimators)) {
  report[estimator.name] = {
    dTop: await agreement(
      estimator,
      answers.filter(({ rank }) => rank === 0),
      1,
    ),
    dAll: await agreement(estimator, answers, 1),
    dAllThree: await agreement(estimator, answers, 3),
    n: answers.length,
  };
}
if (values.json) console.log(JSON.stringify(report));
else console.table(report);

/** Fits the estimator to each culture's most voted answers and scores every judged answer in place of its culture's own. */
async function agreement(estimator: Estimator, judged: readonly Answer[], lent: number): Promise<number | null> {
  const fitted = answers.filter(({ rank }) => rank < lent);
  const { model } = await estimator.fit(() => fitted.map(({ item }) => item), context);
  const lentByQuestion = Map.groupBy(fitted, ({ item }) => item.questionKey);
  const pairs: [number, number][] = [];
  for (const { item, truth, rank } of judged) {
    const others = (lentByQuestion.get(item.questionKey) ?? []).filter(
      ({ item: { culture } }) => culture !== item.culture,
    );
    const group = estimator.scope === "item" ? [] : others.map((other) => ({ item: other.item, fittedAs: other.item }));
    const [score] = model.score([{ item, fittedAs: rank < lent ? item : null }, ...group]);
    if (score?.distinctiveness.computed === true) pairs.push([score.distinctiveness.value, truth]);
  }
  return spearman(pairs);
}

function readAnswers(counts: readonly Counts[]): Answer[] {
  const found: Answer[] = [];
  for (const places of Map.groupBy(counts, ({ questionKey }) => questionKey).values()) {
    const shares = places.map((place) => votesByText(place));
    for (const [number, { questionKey, culture, answers: given }] of places.entries()) {
      const byVotes = given.toSorted((a, b) => b.count - a.count);
      for (const [rank, { texts }] of byVotes.entries()) {
        const elsewhere = shares.filter((_, other) => other !== number).map((share) => share(texts));
        if (elsewhere.length === 0) continue;
        found.push({
          item: {
            id: `${questionKey}/${culture}/${rank}`,
            culture,
            topic: null,
            language: "en",
            questionKey,
            // The questions name the place, which is no part of the answer's distinctiveness.
            question: "",
            response: texts[0] ?? "",
          },
          rank,
          truth: 1 - elsewhere.reduce((sum, share) => sum + share, 0) / elsewhere.length,
        });
      }
    }
  }
  return found;
}

/** The share of a place's votes that go to answers sharing one of the texts. */
function votesByText({ answers: given }: Counts): (texts: readonly string[]) => number {
  const total = given.reduce((sum, { count }) => sum + count, 0);
  return (texts) => {
    const same = given.filter((answer) => answer.texts.some((text) => texts.includes(text)));
    return total === 0 ? 0 : same.reduce((sum, { count }) => sum + count, 0) / total;
  };
}
