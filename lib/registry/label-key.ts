/**
 * Reduces a label to what tells it apart: "U.K.", "uk" and "U_K" share one key, as do "Türkiye" and "turkiye".
 *
 * Case, spaces, punctuation, apostrophe letters (ʻ ʼ), a leading English "the" and accents on Latin letters are
 * dropped. Marks of other scripts stay, since there they are vowels and not decoration.
 * @returns the key; empty when the label has no letter and no digit.
 */
export function labelKey(label: string): string {
  return label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/^[\s\p{P}]*the[\s_]+/u, "")
    .replace(/[\u02BB\u02BC\u02BE\u02BF]|[^\p{L}\p{M}\p{N}]/gu, "");
}
