/** Rows that an act will be done to: some by hand, or all that match but for some taken out by hand. */
export type Selection =
  | { readonly kind: "rows"; readonly ids: ReadonlySet<string> }
  | { readonly kind: "matching"; readonly except: ReadonlySet<string> };

export const nothingSelected: Selection = { kind: "rows", ids: new Set() };

/** As many as one act may name one by one, or take out one by one. */
export const mostByHand = 2000;

export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === "rows" ? selection.ids.has(id) : !selection.except.has(id);
}

/** How many are selected, when `matching` match the filter. */
export function countSelected(selection: Selection, matching: number): number {
  return selection.kind === "rows" ? selection.ids.size : Math.max(0, matching - selection.except.size);
}

export function toggleRow(selection: Selection, id: string): Selection {
  return setRows(selection, [id], !isSelected(selection, id));
}

/** Puts rows in or takes them out. More than `mostByHand` by hand are not taken: the set of all that match is for that. */
export function setRows(selection: Selection, ids: readonly string[], selected: boolean): Selection {
  const held = new Set(selection.kind === "rows" ? selection.ids : selection.except);
  const adds = selection.kind === "rows" ? selected : !selected;
  for (const id of ids) {
    if (!adds) held.delete(id);
    else if (held.size < mostByHand) held.add(id);
  }
  return selection.kind === "rows" ? { kind: "rows", ids: held } : { kind: "matching", except: held };
}

/** The rows from the anchor to the row reached, both among them, in addition to what was selected. */
export function selectRange(
  selection: Selection,
  rows: readonly { id: string }[],
  anchor: number,
  reached: number,
): Selection {
  const between = rows.slice(Math.min(anchor, reached), Math.max(anchor, reached) + 1);
  return setRows(
    selection,
    between.map(({ id }) => id),
    true,
  );
}

/** How the box in the head stands for the loaded rows. */
export function headState(selection: Selection, loaded: readonly { id: string }[]): "none" | "some" | "all" {
  const count = loaded.filter(({ id }) => isSelected(selection, id)).length;
  if (count === 0) return "none";
  return count === loaded.length ? "all" : "some";
}
