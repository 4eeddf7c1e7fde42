/** A key for an entry named by a person: Latin letters and digits in lower case joined by hyphens; other scripts as hexadecimal. */
export function keyOf(name: string): string {
  const folded = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const latin = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (latin !== "") return latin.slice(0, 60).replace(/-+$/, "");
  return `x-${[...name]
    .slice(0, 8)
    .map((character) => character.codePointAt(0)?.toString(16))
    .join("-")}`;
}
