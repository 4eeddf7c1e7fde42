"use client";

import { useEffect, useMemo, useState } from "react";
import { request } from "#components/api-client.ts";
import type { ShellProject } from "#components/shell/shell-props.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import type { PaletteCommand } from "./palette-command.ts";

/** A filter for each culture of the project, asked for when the palette opens; none until the answer comes. */
export function useCultureCommands(project: ShellProject | null, go: (address: string) => void): PaletteCommand[] {
  const [cultures, setCultures] = useState<Facets["culture"]>([]);
  const slug = project?.slug ?? null;
  useEffect(() => {
    if (slug === null) return;
    const leaving = new AbortController();
    request<Facets>("GET", `/projects/${slug}/facets`, { signal: leaving.signal }).then(
      (facets) => setCultures(facets.culture),
      // The palette does without: pages and commands are there all the same.
      () => undefined,
    );
    return () => leaving.abort();
  }, [slug]);
  return useMemo(
    () =>
      cultures.map(
        ({ key, name, endonym }): PaletteCommand => ({
          id: `culture-${key}`,
          title: `Show ${name}`,
          words: [key, endonym],
          ...(endonym === name ? {} : { detail: endonym }),
          group: "filter",
          run: () => go(`/projects/${slug}/browse?culture=${key}`),
        }),
      ),
    [cultures, go, slug],
  );
}
