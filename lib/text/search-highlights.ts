import type { SearchTerm } from "./search-query.ts";
import { isRun, withoutArticle } from "./search-terms.ts";
import { type SearchUnit, searchUnits } from "./search-units.ts";

/** A part of a text, in UTF-16 units. */
export interface Highlight {
  start: number;
  end: number;
}

/**
 * Where the terms of a query stand in a text: in order, apart from each other, and never splitting a character from its
 * marks. Excluded terms mark nothing. O(length × terms).
 */
export function searchHighlights(text: string, terms: readonly SearchTerm[]): Highlight[] {
  const wanted = terms.filter((term) => !term.isExcluded);
  if (wanted.length === 0 || text === "") return [];
  const units = searchUnits(text);
  const found: Highlight[] = [];
  for (const term of wanted) {
    const asked = searchUnits(term.text);
    const isExact = asked.some((unit) => unit.exact !== unit.loose);
    for (let index = 0; index + asked.length <= units.length; index++) {
      const first = units[index];
      const last = units[index + asked.length - 1];
      if (
        first &&
        last &&
        asked.every((unit, offset) => fits(units, asked, index + offset, unit, offset, isExact, term))
      )
        found.push({ start: first.start, end: last.end });
    }
  }
  return merged(found);
}

function fits(
  units: readonly SearchUnit[],
  asked: readonly SearchUnit[],
  at: number,
  unit: SearchUnit,
  offset: number,
  isExact: boolean,
  term: SearchTerm,
): boolean {
  const candidate = units[at];
  if (!candidate) return false;
  if (offset > 0 && isRun(asked[offset - 1], unit) !== isRun(units[at - 1], candidate)) return false;
  const [own, wanted] = isExact ? [candidate.exact, unit.exact] : [candidate.loose, unit.loose];
  if (own === wanted) return true;
  if (term.isStart && offset === asked.length - 1 && !unit.isCharacter && own.startsWith(wanted)) return true;
  if (asked.length > 1 || unit.isCharacter) return false;
  const bare = withoutArticle(candidate.loose);
  return bare !== null && (bare === wanted || (term.isStart && bare.startsWith(wanted)));
}

function merged(found: Highlight[]): Highlight[] {
  const apart: Highlight[] = [];
  for (const range of found.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = apart.at(-1);
    if (before && range.start < before.end) before.end = Math.max(before.end, range.end);
    else apart.push({ ...range });
  }
  return apart;
}
