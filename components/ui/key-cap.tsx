import { classNames } from "./class-names.ts";

/** The key that does it, as printed on the reader's keyboard. Absent on touch. `used` lights it for a moment. */
export function KeyCap({ children, used = false }: { children: string; used?: boolean }) {
  return <kbd className={classNames("key", used && "used")}>{children}</kbd>;
}
