import type { ReactNode } from "react";

/** A page with one sentence and a way on: not found, broken. */
export function PlainPage({ title, children, action }: { title: string; children: ReactNode; action: ReactNode }) {
  return (
    <div className="look">
      <h1 className="font-display text-30 font-normal">{title}</h1>
      <p className="mt-3 max-w-[60ch] text-ink-2">{children}</p>
      <div className="mt-6 flex flex-wrap gap-2">{action}</div>
    </div>
  );
}
