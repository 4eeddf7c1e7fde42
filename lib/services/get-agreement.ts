import { type JudgedRecord, selectJudged, toJudged } from "#lib/db/read-judged.ts";
import { StudioError } from "#lib/errors.ts";
import { AgreementInput, AgreementView, spreadBins } from "#lib/schema/calibration.ts";
import type { Judged } from "#lib/scoring/calibration/judged.ts";
import { measureAgreement } from "#lib/scoring/calibration/measure-agreement.ts";
import { binOf, reliability } from "#lib/scoring/calibration/reliability.ts";
import { thresholdMetrics } from "#lib/scoring/calibration/threshold-metrics.ts";
import { readCalibrations } from "./calibration-view.ts";
import { defineProjectRead } from "./define.ts";

/**
 * How an estimator's scores agree with people, culture by culture, with intervals, and nothing where too few items were judged.
 * One grouped query over the judged items (`selectJudged`) and sorts in memory: O(n log n) of
 * them.
 */
export const getAgreement = defineProjectRead(
  {
    action: "score.read",
    summary: "Read how the scores of an estimator agree with people's decisions or ratings",
    Input: AgreementInput,
    Output: AgreementView,
  },
  async ({ world, project }, { estimator, measure, against, culture: asked, threshold }) => {
    const [{ rows }, cultures, calibrations] = await Promise.all([
      world.pool.query<JudgedRecord>(selectJudged({ projectId: project.id, estimator, measure, against }).toQuery()),
      world.db.culture.findMany({
        where: { projectId: project.id },
        select: { id: true, code: true, name: true, endonym: true, languages: true },
      }),
      readCalibrations(world, project.id, { estimator, measure }),
    ]);
    const judged = toJudged(rows);
    const one = cultures.find(({ code }) => code === asked);
    if (asked !== undefined && one === undefined)
      throw new StudioError("not_found", "There is no such culture in this project.");
    const all = [...judged.values()].flat();
    const items = one === undefined ? all : (judged.get(one.id) ?? []);
    const whole = measureAgreement(all, against);
    const found = cultures.flatMap(({ id, code, name, endonym, languages }) => {
      const own = judged.get(id);
      if (own === undefined) return [];
      return [{ code, name, endonym, language: languages[0] ?? "und", agreement: measureAgreement(own, against) }];
    });
    return {
      estimator,
      measure,
      against,
      all: whole,
      cultures: found.sort((a, b) => b.agreement.items - a.agreement.items || a.name.localeCompare(b.name)),
      chosen: {
        culture: one?.code ?? null,
        agreement: one === undefined ? whole : measureAgreement(items, against),
        reliability: reliability(items),
        spread: {
          accepted: spreadOf(items.filter(({ outcome }) => outcome > 0.5)),
          rejected: spreadOf(items.filter(({ outcome }) => outcome <= 0.5)),
        },
        asked: threshold === undefined || against === "ratings" ? null : thresholdMetrics(items, threshold),
      },
      calibrations,
    };
  },
);

function spreadOf(items: readonly Judged[]): number[] {
  const counts = Array.from({ length: spreadBins }, () => 0);
  for (const { score } of items) {
    const bin = binOf(score, spreadBins);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
