"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Bar } from "./bar.tsx";
import { projectPageOf } from "./project-pages.ts";
import { Rail } from "./rail.tsx";
import type { PageIcons, ShellPerson, ShellProject } from "./shell-props.ts";

/** Rail, bar and main, tiled edge to edge. */
export function Shell({
  person,
  project,
  icons,
  children,
}: {
  person: ShellPerson;
  project: ShellProject | null;
  icons: PageIcons;
  children: ReactNode;
}) {
  const wide = !(projectPageOf(usePathname())?.work ?? false);
  return (
    <div className={classNames("app", wide && "wide-rail")}>
      <Rail project={project} icons={icons} />
      <Bar person={person} project={project} icons={icons} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
