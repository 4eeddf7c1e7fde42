"use client";
import { useState } from "react";
import type { FacetName } from "#lib/schema/conversation-search.ts";
import { openFacetsCookie } from "./open-facet-cookie.ts";

export type { FacetName } from "#lib/schema/conversation-search.ts";

export const facetTitles: Readonly<Record<FacetName, string>> = {
  status: "Status",
  culture: "Culture",
  topic: "Topic",
  tag: "Tag",
  language: "Language",
  method: "Method",
  import: "Import",
  reviewer: "Reviewer",
  assignee: "Assigned to",
  scored: "Has a score",
};

export function useOpenFacets(atFirst: readonly string[]) {
  const [open, setAll] = useState(atFirst);
  const setOpen = (name: string, next: boolean) => {
    const names = next ? [...open, name] : open.filter((each) => each !== name);
    setAll(names);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
    document.cookie = `${openFacetsCookie}=${names.join(".")}; Path=/; Max-Age=31536000; SameSite=Lax`;
  };
  return [open, setOpen] as const;
}
