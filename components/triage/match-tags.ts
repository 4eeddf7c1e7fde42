import type { TagView } from "#lib/schema/project.ts";

/** Tags whose name or path holds every word typed, whatever the case and the accents; names that begin with it first. */
export function matchTags(tags: readonly TagView[], query: string): TagView[] {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const found = tags.filter((tag) => words.every((word) => fold(`${tag.path} ${tag.name}`).includes(word)));
  const begins = (tag: TagView) => (words[0] !== undefined && fold(tag.name).startsWith(words[0]) ? 0 : 1);
  return found.sort((one, other) => begins(one) - begins(other) || one.position - other.position);
}

/** Lower case without combining marks; Indic vowel signs are kept, since they are letters and not accents. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/gu, "")
    .toLowerCase()
    .trim();
}
