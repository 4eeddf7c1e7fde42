/** Letters without their marks and case, so that `yoruba` finds `Yorùbá`; spacing marks of Indic scripts stay. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLocaleLowerCase();
}

/** Whether a name holds what was typed, marks and case aside. */
export function matchesWithin(name: string, typed: string): boolean {
  return folded(name).includes(folded(typed.trim()));
}
