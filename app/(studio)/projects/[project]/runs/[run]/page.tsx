import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { RunBoard } from "#components/runs/run-board.tsx";
import { mostStones } from "#components/runs/run-matrix.ts";
import { tabTitle } from "#components/runs/run-words.ts";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listCultures } from "#lib/services/list-cultures.ts";
import { getRunChanges } from "#lib/services/runs/get-run-changes.ts";
import { listRunItems } from "#lib/services/runs/list-run-items.ts";

interface PageInput {
  params: Promise<{ project: string; run: string }>;
}

/** How a run stands, once for the page and its title. */
const readChanges = cache(async (project: string, run: string) => {
  if (!z.uuid().safeParse(run).success) notFound();
  return read(getRunChanges, { project, run });
});

export async function generateMetadata({ params }: PageInput): Promise<Metadata> {
  const { project, run } = await params;
  return { title: { absolute: tabTitle((await readChanges(project, run)).run) } };
}

export default async function RunPage({ params }: PageInput) {
  const { project: slug, run } = await params;
  // The tick before the items: what changes in between is heard again.
  const { items: _changed, ...changes } = await readChanges(slug, run);
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
