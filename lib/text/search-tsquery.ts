import type { SearchTerm } from "./search-query.ts";
import { isRun, pairTerm, projectTerm, quoted } from "./search-terms.ts";
import { type SearchUnit, searchUnits } from "./search-units.ts";

/** Between two terms of a chain. No term has a sign in it, so that this is in none. */
const neighbours = /' <\d+> '/u;

/**
 * The text of the `tsquery` that finds what all terms ask for; null when there are none. Built from quoted terms only, so
 * nothing that was typed is an operator.
 * @param projectId names the project in the query too: needed where only exclusions are given, and quicker where the
 *   project is a small part of the database
 */
export function tsqueryText(terms: readonly SearchTerm[], projectId: string, namesProject: boolean): string | null {
  const wanted = terms.filter((term) => !term.isExcluded).map(termQuery);
  const unwanted = terms.filter((term) => term.isExcluded).map((term) => `!(${termQuery(term)})`);
  if (wanted.length + unwanted.length === 0) return null;
  const project = namesProject || wanted.length === 0 ? [quoted(projectTerm(projectId))] : [];
  return [...project, ...wanted, ...unwanted].join(" & ");
}

/**
 * A `tsquery` that finds what all terms ask for and perhaps more, since it does not say that units follow each other; the
 * index answers it without a look at any text. Null where `tsqueryText` is answered so itself.
 */
export function looseTsqueryText(terms: readonly SearchTerm[], projectId: string): string | null {
  if (!terms.some((term) => neighbours.test(termQuery(term)))) return null;
  const kept = terms.filter((term) => !term.isExcluded || !neighbours.test(termQuery(term)));
  return tsqueryText(kept, projectId, false)?.replaceAll(new RegExp(neighbours, "gu"), "' & '") ?? null;
}

function termQuery(term: SearchTerm): string {
  const units = searchUnits(term.text);
  // Marks that were typed are meant; without any, every way to set them is found.
  const isExact = units.some((unit) => unit.exact !== unit.loose);
  const written = (unit: SearchUnit) => (isExact ? unit.exact : unit.loose);
  const last = units.at(-1);
  if (term.isStart && last && !last.isCharacter) {
    const start = `${quoted(written(last))}:*`;
    if (units.length === 1) return start;
    const before = units.slice(0, -1);
    // The pair of the last two with an open end says that they are neighbours.
    const open = `${quoted(pairTerm(written(units[units.length - 2] ?? last), written(last)))}:*`;
    return before.length === 1 ? open : `(${chain(before, written)}) & ${open}`;
  }
  return chain(units, written);
}

/** Units that follow each other: the fewest terms that say so, tied by their distances. */
function chain(units: readonly SearchUnit[], written: (unit: SearchUnit) => string): string {
  const [only] = units;
  if (units.length === 1 && only) return quoted(written(only));
  const links: { term: string; at: number }[] = [];
  for (let index = 0; index < units.length - 1; index++) {
    const [first, second, third] = units.slice(index, index + 3);
    if (!first || !second) continue;
    if (!isRun(first, second)) links.push({ term: pairTerm(written(first), written(second)), at: index });
    else if (isRun(second, third) && third)
      links.push({ term: written(first) + written(second) + written(third), at: index });
    // The last two of a longer run are in the three before.
    else if (!isRun(units[index - 1], first)) links.push({ term: written(first) + written(second), at: index });
  }
  return links
    .map(({ term, at }, index) =>
      index === 0 ? quoted(term) : ` <${at - (links[index - 1]?.at ?? at)}> ${quoted(term)}`,
    )
    .join("");
}
