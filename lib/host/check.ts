import { troubleText } from "./trouble-text.ts";

/** One thing looked at: whether it is as it must be, what was found, and what mends it. */
export interface Check {
  name: string;
  ok: boolean;
  detail: string;
  mend: string | null;
}

/** A check that fails with the sentence of an error. */
export function failed(name: string, error: unknown): Check {
  return { name, ok: false, detail: troubleText(error).trim(), mend: null };
}
