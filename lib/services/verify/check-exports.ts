import { createHash } from "node:crypto";
import type { Difference } from "#lib/curation/difference.ts";
import { exportFileNames } from "#lib/export/export-file-names.ts";
import { ExportManifest, toManifestText } from "#lib/export/manifest.ts";
import { readChunks } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";

const page = 50;

/** Every file of each finished export is in the data folder with the size and hash of its manifest. O(bytes). */
export async function checkExports(
  world: World,
  project: { id: string; slug: string },
  report: (difference: Difference) => void,
): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ; ) {
    const rows = await world.db.export.findMany({
      where: { projectId: project.id, state: "ready", ...(after === undefined ? {} : { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: page,
    });
    for (const row of rows) {
      const parsed = ExportManifest.safeParse(row.manifest);
      if (!parsed.success) {
        report({ kind: "export.manifest", id: row.id, expected: "a manifest", found: "none" });
        continue;
      }
      const manifest = parsed.data;
      const [data] = manifest.files;
      const expected = `${data?.rows} rows, ${data?.bytes} bytes, ${data?.sha256}`;
      const found = `${row.rows} rows, ${row.bytes} bytes, ${row.sha256}`;
      if (expected !== found) report({ kind: "export.row", id: row.id, expected, found });
      for (const file of manifest.files)
        await checkFile(world, `${row.id}.${file.name}`, `${file.bytes} bytes, ${file.sha256}`, report);
      const text = Buffer.from(toManifestText(manifest));
      const name = `${row.id}.${exportFileNames(project.slug, row.format).manifest}`;
      const sha256 = createHash("sha256").update(text).digest("hex");
      await checkFile(world, name, `${text.byteLength} bytes, ${sha256}`, report);
    }
    count += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return count;
    after = last.id;
  }
}

async function checkFile(
  world: World,
  name: string,
  expected: string,
  report: (difference: Difference) => void,
): Promise<void> {
  const hash = createHash("sha256");
  let bytes = 0;
  let found = "none";
  try {
    for await (const chunk of readChunks(world.folder, "exports", name)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
    }
    found = `${bytes} bytes, ${hash.digest("hex")}`;
  } catch (error) {
    found = error instanceof Error ? error.message : "unreadable";
  }
  if (found !== expected) report({ kind: "export.file", id: name, expected, found });
}
