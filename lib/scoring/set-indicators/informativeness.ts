/** The mean of the judges' information gains of a set, in [0,1]; null when no panel has judged any of it. O(set). */
export function informativeness(gains: readonly number[]): number | null {
  return gains.length === 0 ? null : gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}
