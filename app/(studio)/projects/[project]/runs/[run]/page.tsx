import { notFound } from "next/navigation";
import { z } from "zod";
import { RunBoard } from "#components/runs/run-board.tsx";
import { mostStones } from "#components/runs/run-matrix.ts";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listCultures } from "#lib/services/list-cultures.ts";
import { getRunChanges } from "#lib/services/runs/get-run-changes.ts";
import { listRunItems } from "#lib/services/runs/list-run-items.ts";

export const metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ project: string; run: string }> }) {
  const { project: slug, run } = await params;
  if (!z.uuid().safeParse(run).success) notFound();
  // The tick before the items: what changes in between is heard again.
  const { items: _changed, ...changes } = await read(getRunChanges, { project: slug, run });
  const [project, cultures, items] = await Promise.all([
    read(getProject, { project: slug }),
    read(listCultures, { project: slug }),
    read(listRunItems, { project: slug, run, limit: mostStones }),
  ]);
  return (
    <RunBoard
      project={slug}
      first={{ changes, items: items.rows }}
      cultures={cultures.rows.map(({ code, name }) => ({ code, name }))}
      mayReview={reaches(project.role, "annotator")}
      mayInspect={reaches(project.role, "curator")}
    />
  );
}
