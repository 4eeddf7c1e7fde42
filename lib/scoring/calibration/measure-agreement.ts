import type { Against, Agreement } from "../../schema/agreement.ts";
import { auroc } from "./auroc.ts";
import type { Judged } from "./judged.ts";
import { rankAgreement } from "./rank-agreement.ts";
import { shortageOf } from "./shortage.ts";
import { suggestThreshold } from "./suggest-threshold.ts";
import { thresholdMetrics } from "./threshold-metrics.ts";

/** How scores agree with what people said: each figure where there is enough to say it, null where not. O(n log n). */
export function measureAgreement(items: readonly Judged[], against: Against): Agreement {
  const shortage = shortageOf(items, against);
  const decided = against === "decisions";
  const area = shortage === null && decided ? auroc(items) : null;
  const threshold = suggestThreshold(items, area);
  return {
    items: items.length,
    accepted: decided ? items.filter(({ outcome }) => outcome === 1).length : null,
    shortage,
    rank: shortage === null ? rankAgreement(items) : null,
    auroc: area,
    suggested: threshold === null ? null : thresholdMetrics(items, threshold),
  };
}
