import { formatCount } from "#components/ui/format-count.ts";
import { dollars } from "./run-words.ts";

/** What the form of the method `ask` comes to. */
export interface AskPlan {
  questions: number;
  cultures: number;
  variants: number;
  /** Dollars; null for no limit, NaN for what is no number. */
  budget: number | null;
  maxCalls: number | null;
}

/** Questions, one a line; empty lines and what is said twice are left out. */
export function questionsIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** A number of a form as it is typed, with a comma or a point; null for an empty field, NaN for anything else. */
export function numberIn(fields: FormData, name: string): number | null {
  const text = fields.get(name);
  return typeof text === "string" ? toNumber(text) : null;
}

/** Likewise of a text. */
export function toNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? null : Number(plain);
}

/** What is missing before a run can start, in a sentence; null when nothing is. */
export function askTrouble({ questions, cultures, variants, budget, maxCalls }: AskPlan): string | null {
  if (questions === 0) return "Write a question first.";
  if (cultures === 0) return "Choose a culture.";
  if (!Number.isInteger(variants) || variants < 1 || variants > 20) return "Ask for 1 to 20 answers to each.";
  if (budget !== null && !(budget > 0)) return "Give the budget as a number of dollars, or leave it empty.";
  if (maxCalls !== null && !(Number.isInteger(maxCalls) && maxCalls > 0))
    return "Give the calls as a whole number, or leave them empty.";
  return null;
}

/** What the button does: `Ask 120 times, at most $2`. */
export function startWords(plan: AskPlan): string {
  if (askTrouble(plan) !== null) return "Ask";
  const calls = plan.questions * plan.cultures * plan.variants;
  const limits = [
    plan.budget === null ? null : dollars(plan.budget),
    plan.maxCalls === null || plan.maxCalls >= calls ? null : `${formatCount(plan.maxCalls)} calls`,
  ].filter((limit) => limit !== null);
  const most = limits.length === 0 ? ", without a limit in dollars" : `, at most ${limits.join(" and ")}`;
  return `Ask ${calls === 1 ? "once" : `${formatCount(calls)} times`}${most}`;
}
