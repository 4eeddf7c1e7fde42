import { type LineRules, refuseUnknownKeys, requireText } from "./rules.ts";
import type { Report } from "./trouble.ts";

const rowKeys = new Set(["instruction", "input", "output", "system", "history"]);

/** Alpaca with history: three texts, an optional system text, and earlier turns as pairs. */
export const alpacaRules: LineRules = {
  check(row, report) {
    refuseUnknownKeys(row, rowKeys, null, report);
    requireText(row.instruction, () => "instruction", "refused", report);
    requireText(row.input, () => "input", "allowed", report);
    requireText(row.output, () => "output", "refused", report);
    if (row.system !== undefined) requireText(row.system, () => "system", "allowed", report);
    if (row.history !== undefined) checkHistory(row.history, report);
  },
};

function checkHistory(history: unknown, report: Report) {
  if (!Array.isArray(history)) {
    report("wrong-type", "history", "`history` must be a list of pairs.");
    return;
  }
  for (let index = 0; index < history.length; index += 1) {
    const pair: unknown = history[index];
    if (!Array.isArray(pair) || pair.length !== 2) {
      report(
        "wrong-type",
        `history[${index}]`,
        `\`history[${index}]\` must be a pair of user text and assistant text.`,
      );
      continue;
    }
    requireText(pair[0], () => `history[${index}][0]`, "refused", report);
    requireText(pair[1], () => `history[${index}][1]`, "refused", report);
  }
}
