"use client";

import { Layers } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment, lazy, Suspense } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { reaches } from "#lib/schema/permissions.ts";
import { Logo } from "./logo.tsx";
import { projectPageOf, projectPages } from "./project-pages.ts";
import { RailLink } from "./rail-link.tsx";
import type { PageIcons, ShellProject } from "./shell-props.ts";

/** Fetched where runs are under way. */
const RunsLink = lazy(() => import("./runs-link.tsx"));

/** The pages of the project in hand, for the rail and for the menu of small screens. */
export function RailLinks({
  project,
  icons,
  onGo,
}: {
  project: ShellProject | null;
  icons: PageIcons;
  onGo?: () => void;
}) {
  const pathname = usePathname();
  const current = projectPageOf(pathname);
  const counts = new Map([
    ["triage", project?.counts.pending ?? 0],
    ["browse", project?.counts.total ?? 0],
  ]);
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
              const link = { slug: project.slug, page, icon: icons[page.segment], current: current === page, onGo };
              return (
                <Fragment key={page.segment}>
                  {page.opensGroup ? <hr /> : null}
                  {page.segment === "runs" && project.runs.length > 0 ? (
                    <Suspense fallback={<RailLink {...link} />}>
                      <RunsLink {...link} runs={project.runs} />
                    </Suspense>
                  ) : (
                    <RailLink {...link} figure={count > 0 ? formatCount(count) : null} />
                  )}
                </Fragment>
              );
            })}
    </>
  );
}

/** The rail at the start: wide where one looks, narrow where one works, absent on small screens. */
export function Rail({ project, icons }: { project: ShellProject | null; icons: PageIcons }) {
  return (
    <nav className="rail" aria-label={project === null ? "Studio" : "Project"}>
      <div>
        <Link className="brand" href="/projects" prefetch={false} aria-label="Tessera">
          <Logo />
          <span className="word">Tessera</span>
        </Link>
        <RailLinks project={project} icons={icons} />
      </div>
    </nav>
  );
}
