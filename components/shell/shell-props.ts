import type { ReactNode } from "react";
import type { ProjectRole } from "#lib/schema/actor.ts";
import type { RunView } from "#lib/schema/run.ts";

/** What stands before the name of each page of a project, by segment. */
export type PageIcons = Readonly<Record<string, ReactNode>>;

/** Who is signed in, as the shell shows them. */
export interface ShellPerson {
  id: string;
  name: string;
  email: string | null;
}

/** A run under way as the rail tells of it. */
export type RunUnderWay = Pick<RunView, "number" | "requested" | "pending">;

/** The project one is in, as the shell shows it. */
export interface ShellProject {
  slug: string;
  name: string;
  role: ProjectRole;
  counts: { pending: number; total: number };
  /** Runs that workers are at. */
  runs: readonly RunUnderWay[];
}
