import type { ReactNode } from "react";
import { pageIcons } from "#components/shell/page-icons.tsx";
import { Shell } from "#components/shell/shell.tsx";
import { read } from "#lib/door/read.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listRuns } from "#lib/services/runs/list-runs.ts";

export default async function ProjectLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ project: string }>;
}) {
  const { project: slug } = await params;
  const [me, project, runs] = await Promise.all([
    read(getMe, {}),
    read(getProject, { project: slug }),
    read(listRuns, { project: slug, underWay: true }),
  ]);
  return (
    <Shell
      person={{ id: me.userId, name: me.name, email: me.email }}
      project={{
        slug: project.slug,
        name: project.name,
        role: project.role,
        counts: project.counts,
        runs: runs.rows.map(({ number, requested, pending }) => ({ number, requested, pending })),
      }}
      icons={pageIcons}
    >
      {children}
    </Shell>
  );
}
