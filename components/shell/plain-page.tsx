"use client";

import { usePathname } from "next/navigation";
import { PlainNotice, type PlainNoticeProps } from "./plain-notice.tsx";
import { projectPageOf } from "./project-pages.ts";

/** A notice within the shell. On pages of work the bar has the first heading already. */
export function PlainPage(props: PlainNoticeProps) {
  const path = usePathname();
  return <PlainNotice heading={projectPageOf(path)?.work ? "h2" : "h1"} {...props} />;
}
