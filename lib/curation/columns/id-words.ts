import type { IdWords } from "./columns.ts";

/** A UUID as numbers, in the order in which PostgreSQL compares it. @param id in lower case or upper, with its four hyphens */
export function idWords(id: string): IdWords {
  const hex = id.replaceAll("-", "");
  const word = (from: number) => Number.parseInt(hex.slice(from, from + 8), 16);
  return [word(0), word(8), word(16), word(24)];
}

/** The UUID at a place of `Columns.ids`. */
export function idAt(ids: Uint32Array, place: number): string {
  let hex = "";
  for (let word = place * 4; word < place * 4 + 4; word++) hex += (ids[word] ?? 0).toString(16).padStart(8, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
