const sweeps = 50;
const negligible = 1e-26;

/**
 * The eigenvalues of a symmetric matrix, largest first, by cyclic Jacobi rotations; to about 1e-12 of the largest.
 * For the small matrices of panels: O(n³) a sweep, a handful of sweeps.
 */
export function symmetricEigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const at = (row: number, column: number) => a[row]?.[column] ?? 0;
  const set = (row: number, column: number, value: number) => {
    const cells = a[row];
    if (cells !== undefined) cells[column] = value;
  };
  const scale = a.reduce((sum, row) => row.reduce((part, value) => part + value * value, sum), 0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let beside = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) beside += at(p, q) ** 2;
    if (beside <= negligible * scale) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (at(p, q) === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const left = at(k, p);
          const right = at(k, q);
          set(k, p, c * left - s * right);
          set(k, q, s * left + c * right);
        }
        for (let k = 0; k < n; k++) {
          const above = at(p, k);
          const below = at(q, k);
          set(p, k, c * above - s * below);
          set(q, k, s * above + c * below);
        }
      }
    }
  }
  return a.map((_, i) => at(i, i)).sort((x, y) => y - x);
}
