import { invalidField, StudioError } from "#lib/errors.ts";
import { placeholdersOf } from "#lib/methods/prompt-text.ts";
import { PromptHistory, RestorePromptInput, RevisePromptInput } from "#lib/schema/prompt.ts";
import { type ChangeContext, defineChange } from "../define.ts";
import { type KnownTemplate, knownTemplate, readPrompt } from "./list-prompts.ts";
import { promptName } from "./read-prompts.ts";

/** Words a prompt anew for the project. Runs that are planned from now on use it; those that began keep what they began with. */
export const revisePrompt = defineChange(
  { action: "prompt.edit", summary: "Word a prompt anew", Input: RevisePromptInput, Output: PromptHistory },
  async (context, { method, name, text, expectedVersion }) => {
    const known = knownTemplate({ method, name });
    requireNames(known, text);
    const head = await holdHead(context, known, expectedVersion);
    const same = (head.text === "" ? known.template.text : head.text) === text;
    if (same) return readPrompt(context.tx, context.project.id, known);
    // Word for word the one that came with Tessera is that one, so that provenance says so.
    return addRevision(context, known, head.revision, text === known.template.text ? "" : text, null);
  },
);

/** Puts an earlier wording back as a new revision; 0 is the one that came with Tessera. */
export const restorePrompt = defineChange(
  {
    action: "prompt.edit",
    summary: "Put an earlier wording of a prompt back",
    Input: RestorePromptInput,
    Output: PromptHistory,
  },
  async (context, { method, name, revision, expectedVersion }) => {
    const known = knownTemplate({ method, name });
    const head = await holdHead(context, known, expectedVersion);
    const { tx, project } = context;
    const where = {
      projectId_name_revision: { projectId: project.id, name: promptName(method, name), revision },
    };
    const earlier = revision === 0 ? { text: "" } : await tx.prompt.findUnique({ where });
    if (earlier === null) throw new StudioError("not_found", `This prompt has no revision ${revision}.`);
    if (earlier.text !== "") requireNames(known, earlier.text);
    if (earlier.text === head.text) return readPrompt(tx, project.id, known);
    return addRevision(context, known, head.revision, earlier.text, revision);
  },
);

/** @throws StudioError `invalid`, naming what is missing or unknown */
function requireNames({ template }: KnownTemplate, text: string): void {
  const used = placeholdersOf(text);
  const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");
  const unknown = used.filter((name) => !Object.hasOwn(template.names, name));
  if (unknown.length > 0)
    throw invalidField(
      "text",
      `names ${braced(unknown)}; only ${braced(Object.keys(template.names))} can be filled in`,
    );
  const missing = template.needs.filter((name) => !used.includes(name));
  if (missing.length > 0) throw invalidField("text", `must name ${braced(missing)}`);
}

/** The newest wording, at which nobody else writes until commit. */
async function holdHead(
  { tx, project }: ChangeContext,
  { method, name }: KnownTemplate,
  expected: number,
): Promise<{ revision: number; text: string }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(16, hashtext(${project.id}))`;
  const head = (await tx.prompt.findFirst({
    where: { projectId: project.id, name: promptName(method.id, name) },
    orderBy: { revision: "desc" },
    select: { revision: true, text: true },
  })) ?? { revision: 0, text: "" };
  if (head.revision !== expected)
    throw new StudioError("conflict", "Somebody changed this prompt in the meantime. Load it again.", {
      details: { version: head.revision },
    });
  return head;
}

async function addRevision(
  { world, tx, actor, project, record }: ChangeContext,
  known: KnownTemplate,
  before: number,
  text: string,
  restored: number | null,
) {
  const name = promptName(known.method.id, known.name);
  const revision = before + 1;
  await tx.prompt.create({
    data: {
      id: world.newId(),
      projectId: project.id,
      name,
      revision,
      text,
      authorId: actor.userId,
      createdAt: world.now(),
    },
  });
  await record({
    kind: restored === null ? "prompt.revised" : "prompt.restored",
    fromVersion: before,
    toVersion: revision,
    payload: { prompt: name, text, restored },
  });
  return readPrompt(tx, project.id, known);
}
