"use client";

import { useOutbox } from "#components/outbox/use-outbox.ts";

/** The outbox on every page, so that what an earlier visit could not send goes out whichever page is opened next. */
export default function Sending({ person }: { person: string }) {
  useOutbox(person);
  return null;
}
