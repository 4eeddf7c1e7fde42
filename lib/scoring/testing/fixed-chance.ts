/** Uniform numbers in [0,1) that are the same in every run (linear congruence of Numerical Recipes, upper bits). */
export function fixedChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 0x1000000;
  };
}
