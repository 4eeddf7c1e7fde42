/**
 * How many of the similarities that an exact search finds were found; one that is just as near as the one it stands for counts.
 * O(found × wanted).
 * @example countFound([0.9, 0.5], [0.9, 0.9]) // => 1
 */
export function countFound(found: readonly number[], wanted: readonly number[]): number {
  const left = [...found];
  return wanted.filter((similarity) => {
    const place = left.indexOf(similarity);
    if (place !== -1) left.splice(place, 1);
    return place !== -1;
  }).length;
}
