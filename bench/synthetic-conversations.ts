import { seededChance } from "#lib/random.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";

/** What the generated corpus is like. */
export interface SyntheticOptions {
  items: number;
  cultures: number;
  seed: number;
}

const syllables = "ka lo mi ten sur va del ori pan shu bei tal nor esh gri um fa jo wex qui".split(" ");
const vocabularySize = 30_000;
const topics = 12;

/**
 * Conversations in invented words whose frequencies fall as Zipf's law has it: 60 to 120 words each, one word in eight
 * from the culture's own list, one conversation in four neutral. The same options give the same conversations.
 */
export function* syntheticConversations({ items, cultures, seed }: SyntheticOptions): Generator<ScoringItem> {
  const chance = seededChance(seed);
  const words = Array.from({ length: vocabularySize }, (_, rank) => inventedWord(rank));
  const zipf = cumulativeZipf(vocabularySize);
  for (let i = 0; i < items; i++) {
    const culture = i % cultures;
    const neutral = chance() < 0.25;
    const length = 60 + Math.floor(chance() * 61);
    const draw = () => {
      const rank = rankOf(zipf, chance());
      // A culture's own list: every word whose rank falls into its residue, shifted away from the commonest ones.
      return !neutral && chance() < 0.125 ? words[200 + ((rank * cultures + culture) % 20_000)] : words[rank];
    };
    yield {
      id: `synthetic-${seed}-${i}`,
      culture: `C${culture}`,
      topic: `topic-${Math.floor(chance() * topics)}`,
      language: "en",
      questionKey: `question-${Math.floor(i / cultures)}`,
      question: Array.from({ length: 9 }, draw).join(" "),
      response: Array.from({ length }, draw).join(" "),
    };
  }
}

function inventedWord(rank: number): string {
  let word = "";
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? "";
  }
  return word;
}

function cumulativeZipf(size: number): Float64Array {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  return sums.map((value) => value / sum);
}

function rankOf(cumulative: Float64Array, at: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 1) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
