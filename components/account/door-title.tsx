import type { ReactNode } from "react";

/** The heading of a page at the door, with a sentence below. */
export function DoorTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="font-display text-30 font-normal small:text-40">{title}</h1>
      {children ? <p className="mt-3 text-ink-2">{children}</p> : null}
    </div>
  );
}
