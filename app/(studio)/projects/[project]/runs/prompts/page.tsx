import { PromptEditor } from "#components/prompts/prompt-editor.tsx";
import { read } from "#lib/door/read.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { getProject } from "#lib/services/get-project.ts";
import { getPrompt, listPrompts } from "#lib/services/prompts/list-prompts.ts";

export const metadata = { title: "Prompts" };

export default async function PromptsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project: slug } = await params;
  const [project, { rows }] = await Promise.all([
    read(getProject, { project: slug }),
    read(listPrompts, { project: slug }),
  ]);
  const prompts = await Promise.all(rows.map(({ method, name }) => read(getPrompt, { project: slug, method, name })));
  return (
    <div className="look">
      <div className="title">
        <div>
          <h1>Prompts</h1>
          <p>
            What methods tell language models. Each change is a revision of its own; a run keeps those that it began
            with, and every call names its own.
          </p>
        </div>
      </div>
      {prompts.map((history) => (
        <PromptEditor
          key={`${history.prompt.method}/${history.prompt.name}`}
          project={slug}
          first={history}
          mayEdit={reaches(project.role, "curator")}
        />
      ))}
    </div>
  );
}
