import type { TagView } from "#lib/schema/project.ts";

/** As many tags as have a digit of their own. */
const slots = 9;

/**
 * The tags behind the digits 1 to 9: those that held a digit before keep it as long as they are there, the others go to the
 * tags used most. `kept` are ids in the order of their digits, null where a digit was free.
 */
export function tagSlots(tags: readonly TagView[], kept: readonly (string | null)[]): (string | null)[] {
  const known = new Set(tags.map(({ id }) => id));
  const held = Array.from({ length: slots }, (_, at) => {
    const id = kept[at] ?? null;
    return id !== null && known.has(id) && kept.indexOf(id) === at ? id : null;
  });
  const free = [...tags]
    .filter(({ id }) => !held.includes(id))
    .sort((one, other) => other.conversations - one.conversations || one.position - other.position);
  return held.map((id) => id ?? free.shift()?.id ?? null);
}

/** What a browser kept of the slots; nothing when it cannot be read. */
export function readSlots(text: string | null): (string | null)[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.map((each: unknown) => (typeof each === "string" ? each : null)) : [];
  } catch {
    return [];
  }
}
