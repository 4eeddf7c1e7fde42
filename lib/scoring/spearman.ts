/** Spearman's rank correlation, ties sharing their mean rank; null when either side does not vary. O(n log n). */
export function spearman(pairs: readonly (readonly [number, number])[]): number | null {
  const left = ranks(pairs.map(([a]) => a));
  const right = ranks(pairs.map(([, b]) => b));
  const middle = (pairs.length - 1) / 2;
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (const [i, rank] of left.entries()) {
    const a = rank - middle;
    const b = (right[i] ?? 0) - middle;
    product += a * b;
    leftSquares += a * a;
    rightSquares += b * b;
  }
  const scale = Math.sqrt(leftSquares * rightSquares);
  return scale > 0 ? product / scale : null;
}

function ranks(values: readonly number[]): Float64Array {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const found = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end++;
    for (let i = start; i < end; i++) found[order[i]?.index ?? 0] = (start + end - 1) / 2;
    start = end;
  }
  return found;
}
