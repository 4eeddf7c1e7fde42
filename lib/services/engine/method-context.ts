import type { Run } from "#lib/db/generated/client.ts";
import type { MethodContext } from "#lib/methods/method.ts";
import { Culture } from "#lib/schema/culture.ts";
import { FrozenPrompts, RunModels } from "#lib/schema/run.ts";
import type { World } from "#lib/world/world.ts";

/** What a method may know of the project, with the templates as they stood when the run was planned. */
export async function methodContext(
  world: Pick<World, "db">,
  run: Pick<Run, "projectId" | "prompts" | "models">,
): Promise<MethodContext> {
  const [cultures, topics] = await Promise.all([
    world.db.culture.findMany({ where: { projectId: run.projectId } }),
    world.db.topic.findMany({ where: { projectId: run.projectId }, select: { key: true, name: true } }),
  ]);
  const prompts = FrozenPrompts.parse(run.prompts);
  const models = RunModels.parse(run.models);
  return {
    cultures: new Map(cultures.map((row) => [row.code, Culture.strip().parse(row)])),
    topics: new Map(topics.map(({ key, name }) => [key, name])),
    promptText(name) {
      const prompt = prompts[name];
      if (prompt === undefined) throw new RangeError(`The run has no template named ${name}`);
      return prompt;
    },
    members: { generator: models.generator.length, judge: models.judge.length },
  };
}
