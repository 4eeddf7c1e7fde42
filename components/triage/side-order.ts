import { fnv1a32, mixBits } from "#lib/text/hash.ts";

/** Siblings in an order that chance made once: the same for one person and one conversation at every visit. */
export function seededOrder<Item extends { id: string }>(items: readonly Item[], seed: string): Item[] {
  const keys = new Map(items.map((item) => [item, seededRank(item.id, seed)]));
  const keyOf = (item: Item) => keys.get(item) ?? 0;
  return [...items].sort((one, other) => keyOf(one) - keyOf(other) || (one.id < other.id ? -1 : 1));
}

/** FNV-1a over the UTF-16 units, with the last mixing steps of MurmurHash3, so that like texts lie far apart. */
function hash(text: string): number {
  return mixBits(fnv1a32(text));
}

/** A for the conversation under review, B for the first sibling; past Z the number. */
export function letterAt(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** A place that chance gives a text once, from 0 to 2³² − 1: the same for the same seed. */
export function seededRank(text: string, seed: string): number {
  return hash(`${seed} ${text}`);
}

/** Which siblings stand beside the conversation under review: where the walk is, and one that stays at the start. */
export interface SideView {
  /** Index into the siblings that are not pinned. */
  at: number;
  /** Id of the sibling that stands before A. */
  pinned: string | null;
}
export const firstView: SideView = { at: 0, pinned: null };

/** One side as it is shown; `own` is the conversation under review. */
export interface ShownSide {
  id: string;
  letter: string;
  own: boolean;
}

const mostSides = 3;

/**
 * The sides from start to end: the pinned sibling, A, then as many as there is room for, from the walk's place on.
 * `siblings` are in their seeded order, which gives the letters; `room` is how many sides fit, where a single one still
 * lays out two, between which a switch chooses.
 */
export function shownSides(own: string, siblings: readonly string[], view: SideView, room: number): ShownSide[] {
  const letters = new Map(siblings.map((id, index) => [id, letterAt(index + 1)]));
  const side = (id: string): ShownSide => ({ id, letter: letters.get(id) ?? letterAt(0), own: id === own });
  const pinned = view.pinned !== null && siblings.includes(view.pinned) ? [view.pinned] : [];
  const others = siblings.filter((id) => !pinned.includes(id));
  const free = Math.min(others.length, Math.min(mostSides, Math.max(2, room)) - 1 - pinned.length);
  const walked = Array.from({ length: free }, (_, index) => others[(view.at + index) % others.length] ?? "");
  return [...pinned, own, ...walked].map(side);
}

/** Goes on to the next or previous sibling. Where only the pinned one has room, the pin goes on. */
export function walkSides(siblings: readonly string[], view: SideView, by: 1 | -1, room: number): SideView {
  const { pinned } = view;
  const count = siblings.length;
  if (count === 0) return view;
  if (pinned === null) return { ...view, at: (view.at + by + count) % count };
  if (room <= 2) return { ...view, pinned: siblings[(siblings.indexOf(pinned) + by + count) % count] ?? null };
  return count === 1 ? view : { ...view, at: (view.at + by + count - 1) % (count - 1) };
}

/** Pins the sibling at the walk's place before A, or lets the pinned one go back to its place. */
export function pinSide(siblings: readonly string[], view: SideView): SideView {
  if (view.pinned !== null) return { at: Math.max(0, siblings.indexOf(view.pinned)), pinned: null };
  const pinned = siblings[view.at];
  if (pinned === undefined) return view;
  return { at: siblings.length === 1 ? 0 : view.at % (siblings.length - 1), pinned };
}
