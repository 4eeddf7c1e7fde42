/** A finger that goes so many pixels along, and at most a third of it across, has swiped. */
const least = 72;
const steepest = 1 / 3;

/** Which way along the page a finger went: −1 towards the start, 1 towards the end, 0 when it did something else. */
export function swipeOf(along: number, across: number): -1 | 0 | 1 {
  if (Math.abs(along) < least || Math.abs(across) > Math.abs(along) * steepest) return 0;
  return along < 0 ? -1 : 1;
}

/**
 * Hears swipes of one finger. Two fingers zoom, and a finger that rests selects; neither is a swipe. Returns the way to stop.
 */
export function listenForSwipes(element: HTMLElement, onSwipe: (way: -1 | 1) => void): () => void {
  const stop = new AbortController();
  let start: { id: number; x: number; y: number } | null = null;
  const listen = (kind: "pointerdown" | "pointerup" | "pointercancel", hear: (event: PointerEvent) => void) =>
    element.addEventListener(kind, hear, { signal: stop.signal, passive: true });
  listen("pointerdown", ({ pointerType, isPrimary, pointerId, clientX, clientY }) => {
    start = pointerType === "touch" && isPrimary ? { id: pointerId, x: clientX, y: clientY } : null;
  });
  listen("pointercancel", () => {
    start = null;
  });
  listen("pointerup", ({ pointerId, clientX, clientY }) => {
    if (start === null || pointerId !== start.id) return;
    const way = swipeOf(clientX - start.x, clientY - start.y);
    start = null;
    if (way !== 0 && window.getSelection()?.isCollapsed !== false) onSwipe(way);
  });
  return () => stop.abort();
}
