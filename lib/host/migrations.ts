import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One step of the schema, as it lies in prisma/migrations. */
export interface Migration {
  /** The name of its folder, which begins with its time; steps are taken in the order of their names. */
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma keeps it. */
  checksum: string;
}

/** The folder of the migrations that belong to this code. */
export const migrationsFolder: string = join(import.meta.dirname, "..", "..", "prisma", "migrations");

/** Reads the migrations in order. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: checksum(sql) };
    }),
  );
}

/** SHA-256 of the text of a migration. */
export function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
