/** Where results are read aloud; the shell renders one element with this id. */
export const announcerId = "announcer";

/** What was said so lately, in milliseconds, is not taken away by what is only said beside it. */
const fresh = 5_000;
let saidAt = Number.NEGATIVE_INFINITY;

/** Has `text` read aloud without moving the focus. */
export function announce(text: string): void {
  const element = document.getElementById(announcerId);
  if (!element) return;
  // The same words twice would not be a change, and so would not be read.
  element.textContent = element.textContent === text ? `${text}\u00a0` : text;
  saidAt = performance.now();
}

/** Has `text` read aloud after what was said just now, such as the outcome of a key. */
export function announceBeside(text: string): void {
  const element = document.getElementById(announcerId);
  const said = element?.textContent ?? "";
  if (said === "" || performance.now() - saidAt > fresh) announce(text);
  else if (element) element.textContent = `${said} ${text}`;
}
