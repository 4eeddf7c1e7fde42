/**
 * A text as it is compared: lower case, without marks that stand on letters, dashes and punctuation as spaces.
 * @example fold("Coração · Übersicht") // => "coracao ubersicht"
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}
