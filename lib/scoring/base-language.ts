/**
 * The base language of a BCP-47 tag, in lower case: "pt-BR" and "pt_PT" are both "pt". An empty tag is "und".
 * @example baseLanguage("zh-Hant-TW") // => "zh"
 */
export function baseLanguage(tag: string): string {
  const end = tag.search(/[-_]/);
  const base = (end === -1 ? tag : tag.slice(0, end)).trim().toLowerCase();
  return base === "" ? "und" : base;
}
