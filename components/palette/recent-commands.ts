const name = "tessera.palette.recent";
const kept = 12;

/** Ids of the commands used lately in this browser, the latest first. */
export function readRecent(store: Pick<Storage, "getItem">): string[] {
  const text = store.getItem(name);
  return text === null || text === "" ? [] : text.split("\n").slice(0, kept);
}

export function noteRecent(store: Pick<Storage, "getItem" | "setItem">, id: string): void {
  const next = [id, ...readRecent(store).filter((each) => each !== id)].slice(0, kept);
  store.setItem(name, next.join("\n"));
}
