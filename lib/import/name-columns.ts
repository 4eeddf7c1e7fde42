/**
 * Names for the columns of a CSV header: an empty cell becomes `column 3` (its place), a name that stands again gets
 * ` (2)`, ` (3)` … `renamed` lists the names so made, for a note. O(columns).
 */
export function nameColumns(header: readonly string[]): { names: string[]; renamed: string[] } {
  const taken = new Set(header.filter((cell) => cell.trim() !== ""));
  const seen = new Set<string>();
  const renamed: string[] = [];
  const names = header.map((cell, index) => {
    const base = cell.trim() === "" ? `column ${index + 1}` : cell;
    const isFirst = !seen.has(base) && (base === cell || !taken.has(base));
    if (isFirst) {
      seen.add(base);
      if (base !== cell) renamed.push(base);
      return base;
    }
    let count = 2;
    while (seen.has(`${base} (${count})`) || taken.has(`${base} (${count})`)) count += 1;
    const name = `${base} (${count})`;
    seen.add(name);
    renamed.push(name);
    return name;
  });
  return { names, renamed };
}
