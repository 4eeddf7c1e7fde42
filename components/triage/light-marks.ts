import type { SyntheticEvent } from "react";

/**
 * Lights a marked word in the text and in Why together while the pointer or the focus is on either: the numbers go onto
 * the page as one attribute, so that nothing is rendered again.
 */
export function lightMarks(event: SyntheticEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  const marked = target instanceof Element ? target.closest("[data-mark]") : null;
  const numbers = marked?.getAttribute("data-mark") ?? "";
  if (numbers === "") currentTarget.removeAttribute("data-lit");
  else currentTarget.setAttribute("data-lit", numbers);
}
