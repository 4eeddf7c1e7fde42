/** What a text says as JSON; null where it is none, so that the value `null` is told from it. O(length). */
export function parsedJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
