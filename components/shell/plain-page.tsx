"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { projectPageOf } from "./project-pages.ts";

/** A page with one sentence and a way on: not found, broken. On pages of work the bar has the first heading already. */
export function PlainPage({
  title,
  children,
  action,
  alone = false,
}: {
  title: string;
  children: ReactNode;
  action: ReactNode;
  /** Outside the shell, so that no bar has a heading. */
  alone?: boolean;
}) {
  const path = usePathname();
  const Heading = !alone && projectPageOf(path)?.work ? "h2" : "h1";
  return (
    <div className="look">
      <Heading className="font-display text-30 font-normal">{title}</Heading>
      <p className="mt-3 max-w-[60ch] text-ink-2">{children}</p>
      <div className="mt-6 flex flex-wrap gap-2">{action}</div>
    </div>
  );
}
