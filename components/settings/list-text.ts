/** The entries of a field with one entry a line, or separated by commas (also the Arabic and the ideographic one). */
export function listOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,،、]/u)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ""),
    ),
  ];
}
