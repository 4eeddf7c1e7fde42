/** The start of a text, at most `longest` UTF-16 units, never ending in half of a surrogate pair. */
export function cutText(text: string, longest: number): string {
  const cut = text.slice(0, longest);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
