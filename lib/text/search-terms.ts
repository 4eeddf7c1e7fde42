import { type SearchUnit, searchUnits } from "./search-units.ts";

/** Positions beyond this one, and more than so many of one term, are what PostgreSQL does not hold. */
const lastPosition = 16_383;
const mostPositions = 256;
/** A row of terms may hold 1 MiB; what goes beyond this many bytes is left out. */
const mostBytes = 900_000;

/** Marks two neighbours, so that the start of a word never matches them. */
const pairMark = "=";
/** Marks the project a row belongs to. */
const projectMark = "@";

/** The term of two units that follow each other otherwise than character on character. */
export function pairTerm(first: string, second: string): string {
  return `${pairMark}${first} ${second}`;
}

/** The term that all rows of a project have. */
export function projectTerm(projectId: string): string {
  return `${projectMark}${projectId}`;
}

/** Whether two neighbours form a run of characters, rather than a pair of words. */
export function isRun(first: SearchUnit | undefined, second: SearchUnit | undefined): boolean {
  return first?.isCharacter === true && second?.isCharacter === true && second.isGlued;
}

/** An Arabic word without its article, also after "and", "so", "in", "like" and "for"; null where there is none. */
export function withoutArticle(word: string): string | null {
  const rest = /^[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)(\p{L}{3,})$/u.exec(word);
  return rest?.[1] ?? null;
}

/**
 * The terms of one conversation as the text of a `tsvector`: each word with and without its marks, Arabic words also without
 * their article, neighbours as pairs, and characters of scripts written without spaces in ones, twos and threes. Pairs, twos
 * and threes carry positions, from which longer phrases are told; parts (turns, the id) are never neighbours. O(length).
 */
export function searchTerms(parts: readonly string[], projectId: string): string {
  const terms = new Map<string, number[]>([[projectTerm(projectId), []]]);
  let bytes = 0;
  const add = (term: string, position: number | null) => {
    let positions = terms.get(term);
    if (positions === undefined) {
      // Counted as if every unit took three bytes: never less than it is.
      bytes += term.length * 3 + 4;
      if (bytes > mostBytes) return;
      positions = [];
      terms.set(term, positions);
    }
    if (position !== null && position <= lastPosition && positions.length < mostPositions) {
      bytes += 2;
      positions.push(position);
    }
  };
  let position = 1;
  for (const part of parts) {
    const units = searchUnits(part);
    for (const [index, unit] of units.entries()) addUnit(units, index, unit, position + index, add);
    position += units.length + 1;
  }
  return Array.from(
    terms,
    ([term, positions]) => `${quoted(term)}${positions.length ? `:${positions.join(",")}` : ""}`,
  ).join(" ");
}

function addUnit(
  units: readonly SearchUnit[],
  index: number,
  unit: SearchUnit,
  position: number,
  add: (term: string, position: number | null) => void,
): void {
  const next = units[index + 1];
  add(unit.loose, null);
  if (unit.exact !== unit.loose) add(unit.exact, null);
  const bare = unit.isCharacter ? null : withoutArticle(unit.loose);
  if (bare !== null) add(bare, null);
  if (!next) return;
  if (isRun(unit, next)) {
    add(unit.loose + next.loose, position);
    const third = units[index + 2];
    if (third && isRun(next, third)) add(unit.loose + next.loose + third.loose, position);
    return;
  }
  add(pairTerm(unit.loose, next.loose), position);
  if (unit.exact !== unit.loose || next.exact !== next.loose) add(pairTerm(unit.exact, next.exact), position);
}

/** A term as `tsvector` and `tsquery` read it. */
export function quoted(term: string): string {
  return `'${term.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`;
}
