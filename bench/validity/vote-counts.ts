import { z } from "zod";
import type { ScoringItem } from "#lib/scoring/estimator.ts";

const Counts = z.object({
  questionKey: z.string(),
  culture: z.string(),
  answers: z.array(z.object({ texts: z.array(z.string()).min(1), count: z.number().min(0) })),
});
type Counts = z.infer<typeof Counts>;

/** An answer that people gave, and what is known of it from their votes. */
export interface Answer {
  item: ScoringItem;
  /** Place among its culture's answers by votes, 0 for the most voted. */
  rank: number;
  votes: number;
  /** The share of its culture's votes that the same answer (a shared text) has. */
  home: number;
  /** 1 − the mean, over the other cultures, of the share of votes that the same answer (a shared text) has there. */
  rarity: number;
}

/** Reads JSONL of vote counts; all answers of a question that at least two cultures were asked. */
export function readAnswers(text: string): Answer[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const counts = lines.map((line) => Counts.parse(JSON.parse(line)));
  const found: Answer[] = [];
  for (const places of Map.groupBy(counts, ({ questionKey }) => questionKey).values()) {
    const shares = places.map((place) => votesByText(place));
    for (const [number, { questionKey, culture, answers: given }] of places.entries()) {
      const byVotes = given.toSorted((a, b) => b.count - a.count);
      for (const [rank, { texts, count }] of byVotes.entries()) {
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
          votes: count,
          home: shares[number]?.(texts) ?? 0,
          rarity: 1 - elsewhere.reduce((sum, share) => sum + share, 0) / elsewhere.length,
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
