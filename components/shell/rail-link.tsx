"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { LinkPending } from "./link-pending.tsx";
import type { ProjectPage } from "./project-pages.ts";

export interface RailLinkProps {
  slug: string;
  page: ProjectPage;
  icon: ReactNode;
  /** The page is this one. */
  current: boolean;
  onGo: (() => void) | undefined;
  /** A number beside its name, and what it says of what goes on there. */
  figure?: string | null;
  said?: string | null;
  children?: ReactNode;
}

/** The link to one page of a project. */
export function RailLink({ slug, page, icon, current, onGo, figure = null, said = figure, children }: RailLinkProps) {
  return (
    <Link
      className="go"
      href={`/projects/${slug}${page.segment === "" ? "" : `/${page.segment}`}`}
      prefetch={false}
      onClick={onGo}
      aria-current={current ? "page" : undefined}
      aria-label={said === null ? page.title : `${page.title}, ${said}`}
    >
      {icon}
      <LinkPending />
      {children}
      <span className="word">{page.title}</span>
      {figure === null ? null : <b className="n word">{figure}</b>}
      <span className="tooltip" aria-hidden="true">
        {page.title}
        {said === figure ? "" : `: ${said}`}
      </span>
    </Link>
  );
}
