import { formatCount } from "#components/ui/format-count.ts";
import type { EmbeddingStatus } from "#lib/schema/embedding-status.ts";

/** How far the texts of a project have their vectors, in a sentence. */
export function embeddingSentence({ state, done, total }: Pick<EmbeddingStatus, "state" | "done" | "total">): string {
  if (total === 0)
    return state === "idle" ? "no text has been embedded yet; score again to begin." : "it is about to begin.";
  const of = `${formatCount(done)} of ${formatCount(total)} different texts`;
  return done === total ? `all ${formatCount(total)} different texts have a vector.` : `${of} have a vector.`;
}

/** How neighbours were searched for, in a sentence; null before the first scoring. */
export function searchSentence({ exact, recall }: Pick<EmbeddingStatus, "exact" | "recall">): string | null {
  if (exact === null) return null;
  if (exact || recall === null) return "Neighbours are searched for among all texts.";
  return `Neighbours are searched for where they are likely: ${(recall * 100).toFixed(1)}\u202f% of the nearest of a sample were found.`;
}
