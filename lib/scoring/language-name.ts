const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** The English name of a base language, or the code itself when it has none. */
export function languageName(base: string): string {
  if (base === "und") return "an unnamed language";
  try {
    return names.of(base) ?? base;
  } catch {
    return base;
  }
}
