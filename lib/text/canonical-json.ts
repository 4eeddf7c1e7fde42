/**
 * The one JSON text of a value: keys sorted by UTF-16 code units, no white space, numbers and strings as
 * `JSON.stringify` writes them. Equal values give equal bytes, so the text may be hashed or compared.
 * Keys whose value is undefined are left out, as in `JSON.stringify`.
 * @throws TypeError for what JSON cannot hold: undefined, functions, symbols, bigints, NaN, infinities.
 * @example canonicalJson({ b: [1, null], a: "é" }) // => '{"a":"é","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    let text = "[";
    for (let index = 0; index < value.length; index += 1) {
      text += (index === 0 ? "" : ",") + canonicalJson(value[index]);
    }
    return `${text}]`;
  }
  if (typeof value !== "object") throw new TypeError(`JSON cannot hold a value of type ${typeof value}`);
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length > 1) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  let text = "";
  for (const [key, entry] of entries) {
    if (entry !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(entry)}`;
  }
  return `{${text}}`;
}
