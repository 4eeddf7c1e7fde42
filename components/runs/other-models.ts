import type { ModelChoice, ModelsView } from "#lib/schema/connection.ts";

/**
 * Models that a run may try its items again with, each once: those with a role in the project first, then what else is offered to
 * whoever may choose.
 */
export function otherModels({
  generator,
  judge,
  offered,
}: Pick<ModelsView, "generator" | "judge" | "offered">): { model: ModelChoice; label: string }[] {
  const all = [
    ...[...generator, ...judge].map(({ connection, connectionName, model }) => ({ connection, connectionName, model })),
    ...offered.flatMap(({ connection, connectionName, models }) =>
      models.map((model) => ({ connection, connectionName, model })),
    ),
  ];
  const byKey = new Map(all.map((each) => [JSON.stringify([each.connection, each.model]), each]));
  return [...byKey.values()].map(({ connection, connectionName, model }) => ({
    model: { connection, model },
    label: `${connectionName}, ${model}`,
  }));
}
