import { NewRun } from "#components/runs/new-run.tsx";
import { RunList } from "#components/runs/run-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getProject } from "#lib/services/get-project.ts";
import { listCultures } from "#lib/services/list-cultures.ts";
import { getModels } from "#lib/services/model-roles.ts";
import { listRuns } from "#lib/services/runs/list-runs.ts";

export const metadata = { title: "Runs" };

interface Address {
  params: Promise<{ project: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

export default async function RunsPage({ params, searchParams }: Address) {
  const { project: slug } = await params;
  const { cursor } = await searchParams;
  const [project, runs, models, cultures] = await Promise.all([
    read(getProject, { project: slug }),
    read(listRuns, { project: slug, ...(typeof cursor === "string" ? { cursor } : {}) }),
    read(getModels, { project: slug }),
    read(listCultures, { project: slug }),
  ]);
  const mayStart = reaches(project.role, "curator");
  const list = <RunList project={slug} runs={runs.rows} next={runs.next} mayStart={mayStart} />;
  return (
    <div className="look">
      <div className="title">
        <div>
          <h1>Runs</h1>
          <p>Language models write, people decide. A run stops at its budget, and goes on after any interruption.</p>
        </div>
        <ButtonLink href={`/projects/${slug}/runs/prompts`}>Prompts</ButtonLink>
      </div>
      {mayStart ? (
        <div className="grid grid-cols-1 items-start gap-x-8 gap-y-10 wide:grid-cols-2">
          {models.generator.length === 0 ? (
            <NoGenerator project={slug} mayChoose={reaches(project.role, "admin")} />
          ) : (
            <NewRun
              project={slug}
              cultures={cultures.rows.map(({ code, name }) => ({ code, name }))}
              generators={models.generator}
            />
          )}
          {list}
        </div>
      ) : (
        list
      )}
    </div>
  );
}

function NoGenerator({ project, mayChoose }: { project: string; mayChoose: boolean }) {
  return (
    <EmptyState
      action={
        mayChoose ? (
          <ButtonLink look="main" href={`/projects/${project}/settings?section=connections`}>
            Choose a generator
          </ButtonLink>
        ) : undefined
      }
    >
      {mayChoose
        ? "No model writes for this project yet. Choose a generator in Settings, and this page starts runs with it."
        : "No model writes for this project yet. An admin chooses a generator in Settings."}
    </EmptyState>
  );
}
