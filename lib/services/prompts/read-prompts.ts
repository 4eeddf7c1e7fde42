import { hash } from "node:crypto";
import type { Method } from "#lib/methods/method.ts";
import type { FrozenPrompts } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";

/** How templates of a method are named in a project. */
export function promptName(method: string, name: string): string {
  return `${method}/${name}`;
}

/** The revision of the wording that came with Tessera: told by its text, so that another wording is another revision. */
export function builtInRevision(text: string): string {
  return `built-in-${hash("sha256", text).slice(0, 8)}`;
}

/** What a wording of the project is called; `revision` 0, or an empty text, stands for the one that came with Tessera. */
export function labelOf(builtIn: string, { revision, text }: { revision: number; text: string }): string {
  return revision === 0 || text === "" ? builtInRevision(builtIn) : `project-${revision}`;
}

/** The templates of a method as a project has them: its own newest wording, else the one that came with Tessera. One query. */
export async function readPrompts(
  world: Pick<World, "pool">,
  projectId: string,
  { id, prompts }: Pick<Method, "id" | "prompts">,
): Promise<FrozenPrompts> {
  const names = Object.keys(prompts).map((name) => promptName(id, name));
  const { rows } = await world.pool.query<{ name: string; revision: number; text: string }>(
    `SELECT DISTINCT ON (name) name, revision, text FROM prompt WHERE project_id = $1 AND name = ANY($2) ORDER BY name, revision DESC`,
    [projectId, names],
  );
  return Object.fromEntries(
    Object.entries(prompts).map(([name, { text: builtIn }]) => {
      const own = rows.find((row) => row.name === promptName(id, name)) ?? { revision: 0, text: "" };
      return [name, { text: own.text === "" ? builtIn : own.text, revision: labelOf(builtIn, own) }];
    }),
  );
}
