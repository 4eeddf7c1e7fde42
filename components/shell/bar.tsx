"use client";

import { CircleQuestionMark, Contrast, Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { barSlotId } from "./bar-slot.tsx";
import { HelpMenu, helpMenuId } from "./help-menu.tsx";
import { initialsOf } from "./initials-of.ts";
import { projectPageOf } from "./project-pages.ts";
import { RailLinks } from "./rail.tsx";
import type { ShellPerson, ShellProject } from "./shell-props.ts";
import { setTheme } from "./use-look.ts";
import { UserMenu, userMenuId } from "./user-menu.tsx";

const pagesMenuId = "pages-menu";

function switchTheme(): void {
  const shown = document.documentElement.dataset.theme;
  const dark = shown === "dark" || (shown !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  setTheme(dark ? "light" : "dark");
}

/** The bar: where one is, and at its end theme, help and the person. On work pages it holds the heading. */
export function Bar({ person, project }: { person: ShellPerson; project: ShellProject | null }) {
  const page = projectPageOf(usePathname());
  const title = project === null ? "Projects" : (page?.title ?? "");
  return (
    <header className="bar">
      <button type="button" className="button bare square only-small" aria-label="Menu" popoverTarget={pagesMenuId}>
        <Icon of={Menu} size={18} />
      </button>
      <nav id={pagesMenuId} popover="auto" className="menu at-start" aria-label="Menu">
        <RailLinks project={project} onGo={() => document.getElementById(pagesMenuId)?.hidePopover()} />
      </nav>
      <div className="crumb">
        {project === null ? null : (
          <>
            <Link className="not-small" href={`/projects/${project.slug}`} prefetch={false} dir="auto">
              {project.name}
            </Link>
            <span className="not-small" aria-hidden="true">
              /
            </span>
          </>
        )}
        {page?.work ? <h1 className="current">{title}</h1> : <span className="current">{title}</span>}
      </div>
      <div id={barSlotId} className="ms-auto flex min-w-0 items-center gap-3" />
      <PaletteButton project={project} />
      <button type="button" className="button bare square not-small" aria-label="Light or dark" onClick={switchTheme}>
        <Icon of={Contrast} />
      </button>
      <button type="button" className="button bare square" aria-label="Help" popoverTarget={helpMenuId}>
        <Icon of={CircleQuestionMark} />
      </button>
      <HelpMenu />
      <button
        type="button"
        className="button bare square"
        aria-label={`${person.name}: account`}
        popoverTarget={userMenuId}
      >
        <span className="initials" aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      </button>
      <UserMenu person={person} />
    </header>
  );
}
