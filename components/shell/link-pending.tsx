"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: one stone that fills while its page is awaited. Shows only when that takes longer than a glance. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <span className="filling late" aria-hidden="true" /> : null;
}
