/** Hears swipes where fingers point; what hears them is fetched there only. Returns the way to stop. */
export function hearSwipes(element: HTMLElement | null, onSwipe: (way: -1 | 1) => void): (() => void) | undefined {
  if (element === null || !matchMedia("(any-pointer: coarse)").matches) return undefined;
  let stop = () => {};
  let left = false;
  import("./swipes.ts").then(
    ({ listenForSwipes }) => {
      if (!left) stop = listenForSwipes(element, onSwipe);
    },
    // Without a connection nobody swipes; the buttons are there.
    () => undefined,
  );
  return () => {
    left = true;
    stop();
  };
}
