const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter of a language, made once: making one is slow. `und` gives the one that the machine is set to. */
export function segmenter(language: string, granularity: "word" | "grapheme"): Intl.Segmenter {
  const name = `${language} ${granularity}`;
  const known = segmenters.get(name);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language === "und" ? undefined : language, { granularity });
  segmenters.set(name, made);
  return made;
}
