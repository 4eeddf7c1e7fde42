const edges = [0.2, 0.4, 0.6, 0.8] as const;

/** Which fifth of [0,1] a value lies in, from 1 to 5; an edge belongs to the fifth above it. */
export function scoreStep(value: number): number {
  return edges.filter((edge) => value >= edge).length + 1;
}
