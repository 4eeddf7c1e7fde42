/** A candidate in the order it was chosen, and by how much F grew. */
export interface Chosen {
  candidate: number;
  gain: number;
}

/** Tells, for a candidate, how similar it is to each thing that it covers at all; what is not told counts 0. */
export type Covers = (candidate: number, tell: (covered: number, similarity: number) => void) => void;

/**
 * Greedy facility location: the candidates whose choice, one after the other, most raises F(S) = Σ_j max_{i∈S} s_ij, the sum
 * over all things of the similarity to the nearest chosen one (Lin & Bilmes 2011). F is submodular, so this comes to at least
 * 1 − 1/e of the best choice of as many (Nemhauser, Wolsey & Fisher 1978), and any prefix is a good choice for its size. Lazy
 * (Minoux 1978): a gain only falls as others are chosen, so a candidate is looked at again only when its last known gain is
 * the largest. The choice is that of plain greedy; among equal gains the lower number comes first. One `covers` for each
 * candidate, and a few for each one chosen.
 * @param candidates numbered from 0
 * @param things how many there are to be covered, numbered from 0
 * @param count how many to choose; fewer are when there are fewer
 */
export function facilityLocation(candidates: number, things: number, count: number, covers: Covers): Chosen[] {
  const best = new Float64Array(things);
  const gainOf = (candidate: number) => {
    let gain = 0;
    covers(candidate, (covered, similarity) => {
      gain += Math.max(0, similarity - (best[covered] ?? 0));
    });
    return gain;
  };
  const heap = new CandidateHeap();
  for (let candidate = 0; candidate < candidates; candidate++)
    heap.push({ candidate, gain: gainOf(candidate), after: 0 });
  const chosen: Chosen[] = [];
  while (chosen.length < count) {
    const top = heap.pop();
    if (top === undefined) break;
    if (top.after < chosen.length) {
      heap.push({ candidate: top.candidate, gain: gainOf(top.candidate), after: chosen.length });
      continue;
    }
    covers(top.candidate, (covered, similarity) => {
      if (similarity > (best[covered] ?? 0)) best[covered] = similarity;
    });
    chosen.push({ candidate: top.candidate, gain: top.gain });
  }
  return chosen;
}

interface Entry extends Chosen {
  /** How many had been chosen when the gain was measured. */
  after: number;
}

/** The entry with the largest gain first, among equal ones that with the lowest number. */
class CandidateHeap {
  readonly #entries: Entry[] = [];

  push(entry: Entry): void {
    const entries = this.#entries;
    let at = entries.length;
    entries.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = entries[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      entries[at] = above;
      at = parent;
    }
    entries[at] = entry;
  }

  pop(): Entry | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (last === undefined || entries.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const first = entries[left];
      if (first === undefined) break;
      const second = entries[right];
      const [child, below] = second !== undefined && isBefore(second, first) ? [right, second] : [left, first];
      if (!isBefore(below, last)) break;
      entries[at] = below;
      at = child;
    }
    entries[at] = last;
    return top;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.gain > b.gain || (a.gain === b.gain && a.candidate < b.candidate);
}
