import { ImportList } from "#components/import/import-list.tsx";
import { UploadPane } from "#components/import/upload-pane.tsx";
import { read } from "#lib/door/read.ts";
import { listImports } from "#lib/services/list-imports.ts";

export const metadata = { title: "Import" };

interface Address {
  params: Promise<{ project: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

export default async function ImportsPage({ params, searchParams }: Address) {
  const { project } = await params;
  const { cursor } = await searchParams;
  const page = await read(listImports, { project, ...(typeof cursor === "string" ? { cursor } : {}) });
  return (
    <div className="grid min-h-full grid-cols-1 wide:grid-cols-2">
      <UploadPane project={project} />
      <ImportList project={project} imports={page.rows} next={page.next} />
    </div>
  );
}
