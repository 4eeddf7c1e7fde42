/** What the form of the method `ask` comes to. */
export interface AskPlan {
  questions: readonly string[];
  calls: number;
  budget: number | null;
  maxCalls: number | null;
}

/** Questions, one a line; empty lines and what is said twice are left out. */
export function questionsIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** A number as it is typed, with a comma or a point; null for an empty field, NaN for anything else. */
export function numberIn(fields: FormData, name: string): number | null {
  const text = fields.get(name);
  return typeof text === "string" ? toNumber(text) : null;
}

/** Likewise of a text. */
export function toNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? null : Number(plain);
}
