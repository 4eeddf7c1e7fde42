/** The outline of one square with its corner at (x, y). */
export function stonePath(x: number, y: number, size: number): string {
  return `M${x} ${y}h${size}v${size}h${-size}z`;
}
