/** The colours and shapes that eight cultures are told apart by; all others share a grey ring. */
export const categoryCount = 8;

/** The custom property of a category's colour. */
export function categoryColour(index: number): string {
  return index < categoryCount ? `--k${index + 1}` : "--ghost";
}

const shapes: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z`,
  (x, y) => `M${x - 5.5} ${y - 5.5}h11v11h-11z`,
  (x, y) => `M${x} ${y - 7}l7 12.5h-14z`,
  (x, y) => `M${x} ${y - 7.5}l7.5 7.5l-7.5 7.5l-7.5 -7.5z`,
  (x, y) => `M${x} ${y + 7}l7 -12.5h-14z`,
  (x, y) => `M${x - 2.5} ${y - 7}h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z`,
  (x, y) => `M${x} ${y - 7}l7 5l-2.7 8h-8.6l-2.7 -8z`,
  (x, y) => `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zM${x - 3} ${y}a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z`,
];
const other = (x: number, y: number) =>
  `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM${x - 2.5} ${y}a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1 -5 0z`;

/** The outline of a category's mark around a place. */
export function categoryPath(index: number, x: number, y: number): string {
  return (shapes[index] ?? other)(x, y);
}

/** A category's mark beside its word. */
export function CategoryMark({ index }: { index: number }) {
  return (
    <svg className="map-mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={categoryPath(index, 8, 8)} fill={`var(${categoryColour(index)})`} />
    </svg>
  );
}
