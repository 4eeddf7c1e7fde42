/**
 * How far each estimator agrees with what people said, on vote counts.
 *
 *   node bench/validity.ts --counts FILE [--json]    one document, {estimator: {dTop, dAll, r, n}}
 *   node bench/validity.ts --worlds [--json]         recovery by a panel of worlds whose truth is known
 *
 * FILE: JSONL, each line {questionKey, culture, answers: [{texts, count}]}, all answers in one language. Figures are Spearman
 * coefficients, null where an estimator knows nothing. The truth for D is 1 − the mean, over the other cultures, of the share of
 * votes that the same answer (a shared text) has there; for R it is the share of votes at home. dTop is of each culture's most
 * voted answers, dAll and r of all; n says how many answers the largest of the three rests on. Estimators that read texts are
 * fitted to each culture's most voted answer (`siblings-3`: the three most voted), and every answer is scored in place of its
 * culture's own. A `panel-K` has K people of each culture, drawn by the votes; `panel` is that of eight. Nobody rated these
 * answers, so `human` knows nothing of them.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Estimator, ScoredItem, ScoringContext } from "#lib/scoring/estimator.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import { spearman } from "#lib/scoring/spearman.ts";
import { perfectPanel } from "./validity/perfect-panel.ts";
import { recoverWorlds } from "./validity/synthetic-worlds.ts";
import { type Answer, readAnswers } from "./validity/vote-counts.ts";

interface Agreement {
  dTop: number | null;
  dAll: number | null;
  r: number | null;
  n: number;
}

const texts: ScoringContext = { mask: (text) => text };

const { values } = parseArgs({
  options: {
    counts: { type: "string" },
    worlds: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
if (values.worlds) print(await recoverWorlds());
else if (values.counts !== undefined) print(await agreeWith(values.counts));
else {
  console.error("Name the file of vote counts, --counts FILE, or ask for --worlds.");
  process.exit(2);
}

function print(report: object): void {
  if (values.json) console.log(JSON.stringify(report));
  else console.table(report);
}

async function agreeWith(file: string): Promise<Record<string, Agreement>> {
  const answers = readAnswers(await readFile(file, "utf8"));
  const panels = await Promise.all(
    [2, 4, 8].map(
      async (size) => [size, await agreement(estimators.panel, perfectPanel(answers, size), answers, 1)] as const,
    ),
  );
  const named = Object.fromEntries(panels.map(([size, found]) => [`panel-${size}`, found]));
  return {
    lexical: await agreement(estimators.lexical, texts, answers, 1),
    siblings: await agreement(estimators.siblings, texts, answers, 1),
    "siblings-3": await agreement(estimators.siblings, texts, answers, 3),
    panel: named["panel-8"] ?? { dTop: null, dAll: null, r: null, n: 0 },
    ...named,
    human: await agreement(estimators.human, texts, answers, 1),
  };
}

/**
 * Fits the estimator to each culture's most voted answers and scores every answer in place of its culture's own.
 * @param lent so many answers of each culture
 */
async function agreement(
  estimator: Estimator,
  context: ScoringContext,
  answers: readonly Answer[],
  lent: number,
): Promise<Agreement> {
  const fitted = answers.filter(({ rank }) => rank < lent);
  const { model } = await estimator.fit(() => fitted.map(({ item }) => item), context);
  const lentByQuestion = Map.groupBy(fitted, ({ item }) => item.questionKey);
  const top: [number, number][] = [];
  const all: [number, number][] = [];
  const home: [number, number][] = [];
  for (const answer of answers) {
    const { item, rank } = answer;
    const others = (lentByQuestion.get(item.questionKey) ?? []).filter(
      ({ item: { culture } }) => culture !== item.culture,
    );
    const group = estimator.scope === "item" ? [] : others.map((other) => ({ item: other.item, fittedAs: other.item }));
    const [score] = model.score([{ item, fittedAs: rank < lent ? item : null }, ...group]);
    const d = numberIn(score?.distinctiveness);
    const r = numberIn(score?.representativeness);
    if (d !== null) all.push([d, answer.rarity]);
    if (d !== null && rank === 0) top.push([d, answer.rarity]);
    if (r !== null) home.push([r, answer.home]);
  }
  return {
    dTop: spearman(top),
    dAll: spearman(all),
    r: spearman(home),
    n: Math.max(all.length, home.length),
  };
}

function numberIn(measure: ScoredItem["distinctiveness"] | undefined): number | null {
  return measure?.computed === true ? measure.value : null;
}
