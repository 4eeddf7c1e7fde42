const candidates = [",", "\t", ";"] as const;
export type Delimiter = (typeof candidates)[number];

/** The delimiter that parts the first row most often, quoted cells left out; the comma when none does. */
export function sniffDelimiter(head: string): Delimiter {
  const counts = new Map<string, number>(candidates.map((candidate) => [candidate, 0]));
  let isQuoted = false;
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === "\n") break;
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let best: Delimiter = ",";
  for (const candidate of candidates) if ((counts.get(candidate) ?? 0) > (counts.get(best) ?? 0)) best = candidate;
  return best;
}
