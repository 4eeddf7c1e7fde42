import { z } from "zod";
import type { Transaction } from "#lib/db/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { Method, Template } from "#lib/methods/method.ts";
import { methods } from "#lib/methods/methods.ts";
import { PromptHistory, PromptInput, type PromptRevision, PromptView } from "#lib/schema/prompt.ts";
import { defineProjectRead } from "../define.ts";
import { labelOf, promptName } from "./read-prompts.ts";

/** A template that a method has. */
export interface KnownTemplate {
  method: Method;
  name: string;
  template: Template;
}

/** @throws StudioError `not_found` */
export function knownTemplate({ method: id, name }: { method: string; name: string }): KnownTemplate {
  const method = methods.get(id);
  const template = method !== undefined && Object.hasOwn(method.prompts, name) ? method.prompts[name] : undefined;
  if (method === undefined || template === undefined)
    throw new StudioError("not_found", `No method has a prompt named ${promptName(id, name)}.`);
  return { method, name, template };
}

/** A wording of a project as its row holds it; an empty text stands for the one that came with Tessera. */
interface Wording {
  revision: number;
  text: string;
  authorId: string | null;
  createdAt: Date | null;
}

const unchanged: Wording = { revision: 0, text: "", authorId: null, createdAt: null };

/** The prompts of all methods as the project words them. Two queries. */
export const listPrompts = defineProjectRead(
  {
    action: "prompt.read",
    summary: "List the prompts of the methods, as the project words them",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(PromptView) }),
  },
  async ({ world, project }) => {
    const rows = await world.db.prompt.findMany({
      where: { projectId: project.id },
      distinct: ["name"],
      orderBy: [{ name: "asc" }, { revision: "desc" }],
    });
    const people = await namesOf(world.db, rows);
    return {
      rows: [...methods.values()].flatMap((method) =>
        Object.entries(method.prompts).map(([name, template]) => {
          const own = rows.find((row) => row.name === promptName(method.id, name)) ?? unchanged;
          return toView({ method, name, template }, own, people);
        }),
      ),
    };
  },
);

/** One prompt with all its wordings, and how many runs began with each. */
export const getPrompt = defineProjectRead(
  {
    action: "prompt.read",
    summary: "Read a prompt with its earlier wordings",
    Input: PromptInput,
    Output: PromptHistory,
  },
  ({ world, project }, { method, name }) => readPrompt(world.db, project.id, knownTemplate({ method, name })),
);

/** Three queries; goes over the runs of the method. */
export async function readPrompt(db: Transaction, projectId: string, known: KnownTemplate): Promise<PromptHistory> {
  const { method, name, template } = known;
  const rows = await db.prompt.findMany({
    where: { projectId, name: promptName(method.id, name) },
    orderBy: { revision: "desc" },
  });
  const people = await namesOf(db, rows);
  const began = await db.$queryRaw<{ label: string | null; runs: number }[]>`
    SELECT prompts->${name}->>'revision' AS label, count(*)::int AS runs FROM run
    WHERE project_id = ${projectId}::uuid AND method = ${method.id} GROUP BY 1`;
  const runs = new Map(began.map((row) => [row.label, row.runs]));
  const revisions = [...rows, unchanged].map((row): PromptRevision => {
    const label = labelOf(template.text, row);
    return {
      revision: row.revision,
      label,
      text: row.text === "" ? template.text : row.text,
      builtIn: row.text === "",
      author: people.get(row.authorId ?? "") ?? null,
      createdAt: row.createdAt?.toISOString() ?? null,
      runs: runs.get(label) ?? 0,
    };
  });
  return { prompt: toView(known, rows[0] ?? unchanged, people), revisions };
}

async function namesOf(
  db: Pick<Transaction, "user">,
  rows: readonly { authorId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ authorId }) => authorId ?? []))];
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function toView(
  { method, name, template }: KnownTemplate,
  own: Wording,
  people: ReadonlyMap<string, string>,
): PromptView {
  return {
    method: method.id,
    methodTitle: method.title,
    name,
    title: template.title,
    text: own.text === "" ? template.text : own.text,
    revision: own.revision,
    label: labelOf(template.text, own),
    builtIn: own.text === "",
    names: { ...template.names },
    needs: [...template.needs],
    changedBy: people.get(own.authorId ?? "") ?? null,
    changedAt: own.createdAt?.toISOString() ?? null,
  };
}
