import type { DoneAct } from "./triage-state.ts";

/** What one has done in this sitting, in numbers; acts taken back left out. */
export interface SittingSummary {
  accepted: number;
  edited: number;
  rejected: number;
  skipped: number;
  flagged: number;
  tagged: number;
  /** One's own median time for a decision, in milliseconds; null before the first. */
  median: number | null;
  /** Up to five decided conversations that took longest, the longest first. */
  hardest: readonly Hard[];
}

export interface Hard {
  conversation: string;
  question: string;
  language: string;
  milliseconds: number;
}

const shownHardest = 5;

/** Counts a sitting from the acts that stand. A conversation decided twice counts once, as it was decided last. */
export function sittingSummary(done: readonly DoneAct[]): SittingSummary {
  const counts = { accepted: 0, edited: 0, rejected: 0, skipped: 0, flagged: 0, tagged: 0 };
  const times = new Map<string, Hard>();
  const verdicts = new Map<string, "accepted" | "edited" | "rejected" | "skipped">();
  for (const { act, mark, after, spent } of done) {
    const { id, question, language } = after.conversation;
    if (act.kind === "tag") counts.tagged += 1;
    if (mark === null) continue;
    if (mark === "flagged") {
      counts.flagged += 1;
      continue;
    }
    verdicts.set(id, mark);
    const milliseconds = (times.get(id)?.milliseconds ?? 0) + spent.milliseconds;
    times.set(id, { conversation: id, question, language, milliseconds });
  }
  for (const mark of verdicts.values()) counts[mark] += 1;
  const byTime = [...times.values()].sort((one, other) => other.milliseconds - one.milliseconds);
  return { ...counts, median: medianOf(byTime), hardest: byTime.slice(0, shownHardest) };
}

function medianOf(sorted: readonly Hard[]): number | null {
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)];
  const high = sorted[Math.ceil(middle)];
  return low === undefined || high === undefined ? null : (low.milliseconds + high.milliseconds) / 2;
}

/** A span of work in words: `8 s`, `3 min 20 s`. */
export function spanWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds}\u202fs`;
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60}\u202fmin` : `${Math.floor(seconds / 60)}\u202fmin ${rest}\u202fs`;
}
