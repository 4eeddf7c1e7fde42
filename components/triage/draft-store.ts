import type { Drafts } from "#components/outbox/drafts.ts";

/** An unfinished edit, kept in this browser under the revision it began from. */
export function draftStore(store: Drafts, conversation: string, revision: number) {
  const name = `${conversation}.${revision}`;
  return {
    /** The texts of the turns, or null when there is no draft that fits. */
    read(turns: number): string[] | null {
      const stored = store.getItem(name);
      if (stored === null) return null;
      try {
        const draft: unknown = JSON.parse(stored);
        return isTexts(draft) && draft.length === turns ? draft : null;
      } catch {
        return null;
      }
    },
    write(texts: readonly string[]): void {
      store.setItem(name, JSON.stringify(texts));
    },
    remove(): void {
      store.removeItem(name);
    },
  };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
