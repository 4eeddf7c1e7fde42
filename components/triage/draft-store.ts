import { z } from "zod";
import { draftPrefix, type KeyValueStore } from "#components/outbox/outbox-storage.ts";

const Draft = z.array(z.string());

/** An unfinished edit, kept in this browser under the revision it began from. */
export function draftStore(
  store: Pick<KeyValueStore, "getItem" | "setItem" | "removeItem">,
  conversation: string,
  revision: number,
) {
  const name = `${draftPrefix}${conversation}.${revision}`;
  return {
    /** The texts of the turns, or null when there is no draft that fits. */
    read(turns: number): string[] | null {
      const stored = store.getItem(name);
      if (stored === null) return null;
      try {
        const draft = Draft.safeParse(JSON.parse(stored));
        return draft.success && draft.data.length === turns ? draft.data : null;
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
