import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openVault } from "#lib/auth/vault.ts";
import { freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { openWorld, type World } from "#lib/world/world.ts";
import { createProject } from "../create-project.ts";
import { operator } from "./import-text.ts";

/** A world over a database and a folder of its own, for the services without the web. */
export interface TestWorld extends World {
  databaseUrl: string;
  /** Makes a project with its registries; returns its id. */
  addProject(slug: string): Promise<string>;
  /** Closes it and removes what it stood on. */
  end(): Promise<void>;
}

const secret = "7d1f0c53a8b94e6227c0d9f4b1a86e35";

export async function openTestWorld(): Promise<TestWorld> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "tessera-world-"));
  const world = openWorld({ databaseUrl: database.url, folder });
  return {
    ...world,
    vault: openVault(() => secret),
    databaseUrl: database.url,
    addProject: async (slug) => (await createProject.run(world, operator, { name: slug, slug })).id,
    async end() {
      await world.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
