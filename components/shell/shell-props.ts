import type { ProjectRole } from "#lib/schema/actor.ts";

/** Who is signed in, as the shell shows them. */
export interface ShellPerson {
  id: string;
  name: string;
  email: string | null;
}

/** The project one is in, as the shell shows it. */
export interface ShellProject {
  slug: string;
  name: string;
  role: ProjectRole;
  counts: { pending: number; total: number };
}
