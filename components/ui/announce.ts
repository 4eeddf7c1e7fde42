/** Where results are read aloud; the shell renders one element with this id. */
export const announcerId = "announcer";

/** Has `text` read aloud without moving the focus. */
export function announce(text: string): void {
  const element = document.getElementById(announcerId);
  if (!element) return;
  // The same words twice would not be a change, and so would not be read.
  element.textContent = element.textContent === text ? `${text}\u00a0` : text;
}
