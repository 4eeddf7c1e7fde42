"use client";

import { CircleQuestionMark, Contrast, Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, Suspense } from "react";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { barSlotId } from "./bar-slot.tsx";
import { initialsOf } from "./initials-of.ts";
import { LazyMenu } from "./lazy-menu.tsx";
import { leavePopover } from "./leave-popover.ts";
import { projectPageOf } from "./project-pages.ts";
import { RailLinks } from "./rail.tsx";
import type { PageIcons, ShellPerson, ShellProject } from "./shell-props.ts";
import { setTheme } from "./use-look.ts";
import { userMenuId } from "./user-menu-id.ts";

const pagesMenuId = "pages-menu";
const helpMenuId = "help-menu";
const loadHelp = () => import("./help-menu.tsx");
const loadUser = () => import("./user-menu.tsx");
const HelpMenu = lazy(loadHelp);
const UserMenu = lazy(loadUser);
// Nothing waits for it before the page is drawn.
const Sending = lazy(() => import("./sending.tsx"));

function switchTheme(): void {
  const shown = document.documentElement.dataset.theme;
  const dark = shown === "dark" || (shown !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  setTheme(dark ? "light" : "dark");
}

/** The bar: where one is, and at its end theme, help and the person. On work pages it holds the heading. */
export function Bar({
  person,
  project,
  icons,
}: {
  person: ShellPerson;
  project: ShellProject | null;
  icons: PageIcons;
}) {
  const pathname = usePathname();
  const page = projectPageOf(pathname);
  const title = project === null ? "Projects" : (page?.title ?? "");
  return (
    <header className="bar">
      <button type="button" className="button bare square only-small" aria-label="Menu" popoverTarget={pagesMenuId}>
        <Icon of={Menu} size={18} />
      </button>
      <nav id={pagesMenuId} popover="auto" className="menu at-start" aria-label="Menu" onBlur={leavePopover}>
        <RailLinks project={project} icons={icons} onGo={() => document.getElementById(pagesMenuId)?.hidePopover()} />
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
        {page?.work ? (
          <h1 className="current">{title}</h1>
        ) : project !== null && pathname.split("/").length > 4 ? (
          // Below a page of the project: the way back to it.
          <Link href={`/projects/${project.slug}/${page?.segment ?? ""}`} prefetch={false}>
            {title}
          </Link>
        ) : (
          <span className="current">{title}</span>
        )}
      </div>
      <div id={barSlotId} className="ms-auto flex min-w-0 items-center gap-3" />
      <PaletteButton project={project} />
      <button type="button" className="button bare square not-small" aria-label="Light or dark" onClick={switchTheme}>
        <Icon of={Contrast} />
      </button>
      <button
        type="button"
        className="button bare square"
        aria-label="Help"
        popoverTarget={helpMenuId}
        onPointerEnter={loadHelp}
        onFocus={loadHelp}
      >
        <Icon of={CircleQuestionMark} />
      </button>
      <LazyMenu id={helpMenuId} label="Help" className="w-80! px-4!">
        <HelpMenu />
      </LazyMenu>
      <button
        type="button"
        className="button bare square"
        aria-label={`${person.name}: account`}
        popoverTarget={userMenuId}
        onPointerEnter={loadUser}
        onFocus={loadUser}
      >
        <span className="initials" aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      </button>
      <LazyMenu id={userMenuId} label="Account">
        <UserMenu person={person} />
      </LazyMenu>
      <Suspense>
        <Sending person={person.id} />
      </Suspense>
    </header>
  );
}
