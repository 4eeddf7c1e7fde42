/** Why a text cannot be a turn's content, whatever its length; null when it can. */
export function textTrouble(text: string): string | null {
  if (text.trim() === "") return "is empty";
  if (text.includes("\u0000")) return "holds U+0000, which PostgreSQL cannot store";
  return text.isWellFormed() ? null : "holds half of a surrogate pair";
}
