import type { ProjectRole } from "#lib/schema/actor.ts";

/** A page of a project as the rail and the bar know it. */
export interface ProjectPage {
  /** Below `/projects/{slug}/`; empty for the overview. */
  segment: string;
  title: string;
  /** Where work is done: narrow rail, the title in the bar. Else wide rail, and the page has a title of its own. */
  work: boolean;
  /** The least role that may open it. */
  needs: ProjectRole;
  /** A line above it in the rail. */
  opensGroup?: boolean;
}

export const projectPages: readonly ProjectPage[] = [
  { segment: "", title: "Overview", work: false, needs: "viewer" },
  { segment: "triage", title: "Triage", work: true, needs: "annotator", opensGroup: true },
  { segment: "browse", title: "Browse", work: true, needs: "viewer" },
  { segment: "compare", title: "Compare", work: true, needs: "viewer" },
  { segment: "leaks", title: "Leaks", work: false, needs: "curator" },
  { segment: "scores", title: "Scores", work: false, needs: "viewer" },
  { segment: "map", title: "Map", work: false, needs: "viewer" },
  { segment: "runs", title: "Runs", work: false, needs: "viewer", opensGroup: true },
  { segment: "import", title: "Import", work: true, needs: "curator" },
  { segment: "export", title: "Export", work: false, needs: "curator" },
  { segment: "team", title: "Team", work: false, needs: "viewer", opensGroup: true },
  { segment: "settings", title: "Settings", work: false, needs: "viewer" },
];

/** The page an address shows, or undefined outside a project. */
export function projectPageOf(pathname: string): ProjectPage | undefined {
  const [, first, slug, segment = ""] = pathname.split("/");
  if (first !== "projects" || slug === undefined || slug === "") return undefined;
  return projectPages.find((page) => page.segment === segment);
}
