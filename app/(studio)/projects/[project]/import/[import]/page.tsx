import { notFound } from "next/navigation";
import { z } from "zod";
import { ImportBoard } from "#components/import/import-board.tsx";
import { read } from "#lib/door/read.ts";
import { getImport } from "#lib/services/get-import.ts";
import { listCultures } from "#lib/services/list-cultures.ts";

export const metadata = { title: "Import" };

export default async function ImportPage({ params }: { params: Promise<{ project: string; import: string }> }) {
  const { project, import: id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const [preview, cultures] = await Promise.all([
    read(getImport, { project, import: id }),
    read(listCultures, { project }),
  ]);
  return (
    <ImportBoard project={project} first={preview} cultures={cultures.rows.map(({ code, name }) => ({ code, name }))} />
  );
}
