import type { TriageCard } from "#lib/schema/conversation-view.ts";

const most = 40;
/** Milliseconds that a card fetched ahead may be shown for without asking again. */
const fresh = 60_000;

/** Cards that were fetched ahead, so that a row opens at once. The oldest are let go, and so is one that could not be read. */
export function cardCache(read: (id: string) => Promise<TriageCard>) {
  const held = new Map<string, { card: Promise<TriageCard>; at: number }>();
  const get = (id: string): Promise<TriageCard> => {
    const known = held.get(id);
    if (known !== undefined && performance.now() - known.at < fresh) return known.card;
    const card = read(id);
    held.delete(id);
    held.set(id, { card, at: performance.now() });
    card.catch(() => held.delete(id));
    for (const oldest of held.keys()) {
      if (held.size <= most) break;
      held.delete(oldest);
    }
    return card;
  };
  return { get, forget: (id: string) => held.delete(id) };
}
export type CardCache = ReturnType<typeof cardCache>;
