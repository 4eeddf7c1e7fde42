"use client";

import {
  CheckCheck,
  Columns3,
  FileDown,
  Gauge,
  Layers,
  LayoutGrid,
  type LucideIcon,
  Map as MapIcon,
  Package,
  Rows3,
  SlidersHorizontal,
  Users,
  Waypoints,
  Workflow,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { reaches } from "#lib/schema/permissions.ts";
import { LinkPending } from "./link-pending.tsx";
import { Logo } from "./logo.tsx";
import { projectPageOf, projectPages } from "./project-pages.ts";
import { RunsRing } from "./runs-ring.tsx";
import type { ShellProject } from "./shell-props.ts";
import { useRunsUnderWay } from "./use-runs-under-way.ts";

/** By segment. Apart from the pages, whose names are also read where nothing is drawn. */
const icons: Partial<Record<string, LucideIcon>> = {
  "": LayoutGrid,
  triage: CheckCheck,
  browse: Rows3,
  compare: Columns3,
  leaks: Waypoints,
  scores: Gauge,
  map: MapIcon,
  runs: Workflow,
  import: FileDown,
  export: Package,
  team: Users,
  settings: SlidersHorizontal,
};

/** The pages of the project in hand, for the rail and for the menu of small screens. */
export function RailLinks({ project, onGo }: { project: ShellProject | null; onGo?: () => void }) {
  const pathname = usePathname();
  const current = projectPageOf(pathname);
  const counts = new Map([
    ["triage", project?.counts.pending ?? 0],
    ["browse", project?.counts.total ?? 0],
  ]);
  const underWay = useRunsUnderWay(project);
  return (
    <>
      <Link
        className="go"
        href="/projects"
        aria-label="Projects"
        prefetch={false}
        onClick={onGo}
        aria-current={project === null && pathname.startsWith("/projects") ? "page" : undefined}
      >
        <Icon of={Layers} />
        <span className="word">Projects</span>
        <span className="tooltip" aria-hidden="true">
          Projects
        </span>
      </Link>
      {project === null
        ? null
        : projectPages
            .filter((page) => reaches(project.role, page.needs))
            .map((page) => {
              const count = counts.get(page.segment) ?? 0;
              const runs = page.segment === "runs" ? underWay : null;
              return (
                <Fragment key={page.segment}>
                  {page.opensGroup ? <hr /> : null}
                  <Link
                    className="go"
                    href={`/projects/${project.slug}${page.segment === "" ? "" : `/${page.segment}`}`}
                    prefetch={false}
                    onClick={onGo}
                    aria-current={current === page ? "page" : undefined}
                    aria-label={[page.title, count > 0 ? formatCount(count) : null, runs?.words ?? null]
                      .filter((part) => part !== null)
                      .join(", ")}
                  >
                    <Icon of={icons[page.segment] ?? Layers} />
                    <LinkPending />
                    {runs === null ? null : <RunsRing share={runs.share} />}
                    <span className="word">{page.title}</span>
                    {count > 0 ? <b className="n word">{formatCount(count)}</b> : null}
                    {runs === null ? null : <b className="n word">{runs.figure}</b>}
                    <span className="tooltip" aria-hidden="true">
                      {page.title}
                      {runs === null ? "" : `: ${runs.words}`}
                    </span>
                  </Link>
                </Fragment>
              );
            })}
    </>
  );
}

/** The rail at the start: wide where one looks, narrow where one works, absent on small screens. */
export function Rail({ project }: { project: ShellProject | null }) {
  return (
    <nav className="rail" aria-label={project === null ? "Studio" : "Project"}>
      <div>
        <Link className="brand" href="/projects" prefetch={false} aria-label="Tessera">
          <Logo />
          <span className="word">Tessera</span>
        </Link>
        <RailLinks project={project} />
      </div>
    </nav>
  );
}
