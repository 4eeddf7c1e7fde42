import type { ReactNode } from "react";
import { Shell } from "#components/shell/shell.tsx";
import { read } from "#lib/door/read.ts";
import { getMe } from "#lib/services/get-me.ts";
import { getProject } from "#lib/services/get-project.ts";

export default async function ProjectLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ project: string }>;
}) {
  const { project: slug } = await params;
  const [me, project] = await Promise.all([read(getMe, {}), read(getProject, { project: slug })]);
  return (
    <Shell
      person={{ id: me.userId, name: me.name, email: me.email }}
      project={{ slug: project.slug, name: project.name, role: project.role, counts: project.counts }}
    >
      {children}
    </Shell>
  );
}
