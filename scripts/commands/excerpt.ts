import { cutText } from "#lib/text/cut-text.ts";

/** The start of a text on one line, as a list shows it. */
export function excerpt(text: string): string {
  return cutText(text.replaceAll(/\s+/g, " "), 80);
}
