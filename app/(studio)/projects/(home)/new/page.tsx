import { NewProjectForm } from "#components/projects/new-project-form.tsx";

export const metadata = { title: "New project" };

export default function NewProjectPage() {
  return (
    <div className="look">
      <div className="title">
        <div>
          <h1>New project</h1>
          <p>
            It starts with the registry of cultures, the tree of topics and the tags; each can be changed in its
            settings.
          </p>
        </div>
      </div>
      <NewProjectForm />
    </div>
  );
}
