/**
 * The n-th largest of the first `size` values (n counted from 1), by quickselect. Reorders `values`. O(size) on average.
 * @example nthLargest(Float32Array.of(1, 5, 3), 3, 2) // => 3
 */
export function nthLargest(values: Float32Array, size: number, n: number): number {
  if (n < 1 || n > size) throw new RangeError("nthLargest needs 1 ≤ n ≤ size");
  const target = n - 1;
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) > pivot) left++;
      while ((values[right] ?? 0) < pivot) right--;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = swapped;
      left++;
      right--;
    }
    if (target <= right) high = right;
    else if (target >= left) low = left;
    else break;
  }
  return values[target] ?? 0;
}
