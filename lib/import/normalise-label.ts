/**
 * A label as it is compared: NFKC, lower case, `_`, `-` and spaces as one space, dots and apostrophes left out, accents of
 * Latin letters left out (those of other scripts change the letter, so they stay), and a leading “the”. "South_Korea" is "south korea", "U.K."
 * is "uk", "Türkiye" is "turkiye". O(characters).
 */
export function normaliseLabel(label: string): string {
  return label
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replaceAll("ı", "i")
    .replaceAll(/[.'’ʼ`]/g, "")
    .replaceAll(/[\s_\-‐-―]+/g, " ")
    .trim()
    .replace(/^the /, "");
}
