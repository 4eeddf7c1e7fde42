import { closest } from "#lib/text/closest.ts";
import { Rejection } from "./rejection.ts";

/** A language as the draft keeps it, and what was remarkable about how it was written. */
export interface CanonicalLanguage {
  tag: string;
  remark: "as written" | "rewritten" | "unlisted";
}

const LONGEST_TAG = 35;
const tagPattern = /^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
/** Undetermined, several, uncoded, no language: tags for texts without one language. */
const special = new Set(["und", "mul", "mis", "zxx"]);
const names = new Intl.DisplayNames("en", { type: "language", fallback: "none", languageDisplay: "standard" });

/** English names of languages with a two-letter code, lower-case, and their codes. Built on first use. */
let codesByName: Map<string, string> | null = null;

function listCodesByName(): Map<string, string> {
  if (codesByName !== null) return codesByName;
  codesByName = new Map();
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = names.of(code);
      if (name !== undefined && new Intl.Locale(code).language === code) codesByName.set(name.toLowerCase(), code);
    }
  }
  return codesByName;
}

/**
 * A language as BCP-47 in canonical case: `zh_CN` becomes `zh-CN`, `EN` becomes `en`, `Korean` becomes `ko`. A two-letter
 * code must be known; a three-letter one that is not in the list of known languages is kept, since that list knows some 600
 * of 8,000. E_LANGUAGE with a suggestion otherwise. O(characters), at most 35 of them.
 */
export function canonicalLanguage(written: string): CanonicalLanguage | Rejection {
  const trimmed = written.trim();
  if (trimmed.length > LONGEST_TAG) return unknown(`${trimmed.slice(0, LONGEST_TAG)}…`, null);
  const byName = listCodesByName().get(trimmed.toLowerCase());
  if (byName !== undefined) return { tag: byName, remark: "rewritten" };
  let tag: string | undefined;
  try {
    [tag] = Intl.getCanonicalLocales(trimmed.replaceAll("_", "-"));
  } catch {
    tag = undefined;
  }
  if (tag === undefined || tag.length > LONGEST_TAG || !tagPattern.test(tag))
    return unknown(trimmed, suggestionFor(trimmed));
  const [primary = ""] = tag.split("-");
  const isKnown = special.has(primary) || names.of(primary) !== undefined;
  if (!isKnown && primary.length !== 3) return unknown(trimmed, suggestionFor(trimmed));
  if (!isKnown) return { tag, remark: "unlisted" };
  return { tag, remark: tag === written ? "as written" : "rewritten" };
}

function suggestionFor(written: string): string | null {
  const byName = listCodesByName();
  const name = closest(written.toLowerCase(), byName.keys());
  if (name !== null && written.length > 3) return byName.get(name) ?? null;
  return closest(written.toLowerCase(), byName.values());
}

function unknown(written: string, suggestion: string | null): Rejection {
  const mend =
    suggestion === null ? "Write a BCP-47 tag such as `en` or `zh-Hant-TW`." : `Did you mean \`${suggestion}\`?`;
  return new Rejection("E_LANGUAGE", "language", `The language "${written}" is not known. ${mend}`);
}
