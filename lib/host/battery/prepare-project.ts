import type { Actor } from "#lib/schema/actor.ts";
import { createProject } from "#lib/services/create-project.ts";
import { createTag } from "#lib/services/create-tag.ts";
import { createUser } from "#lib/services/create-user.ts";
import { beginCommit, runImportCommit } from "#lib/services/run-import-commit.ts";
import { stageImport } from "#lib/services/stage-import.ts";
import { createToken } from "#lib/services/tokens.ts";
import { uploadImport } from "#lib/services/upload-import.ts";
import type { World } from "#lib/world/world.ts";

export const operator: Actor = { kind: "operator", userId: null, name: "operator" };
export const owner = { name: "Ada", email: "ada@example.org", password: "a long enough pass phrase" };

export interface PreparedProject {
  id: string;
  slug: string;
  /** Ids of its conversations. */
  conversations: string[];
  tags: string[];
  /** One for each client. */
  tokens: string[];
}

/** Makes the owner, a project with so many conversations, three tags, and a token for each of its clients. */
export async function prepareProject(
  world: World,
  { rows, clients, slug = "battery" }: { rows: number; clients: number; slug?: string },
): Promise<PreparedProject> {
  // Not through a set-up link: a studio that has just started makes its own, and the newest alone works.
  if ((await world.db.user.count()) === 0)
    await createUser(world, operator, { ...owner, owner: true, membership: null });
  const { id } = await createProject.run(world, operator, { name: "Battery", slug });
  const tags = [];
  for (const name of ["First", "Second", "Third"]) {
    const tag = await createTag.run(world, operator, { project: slug, name, kind: "other", parent: null });
    tags.push(tag.id);
  }
  const tokens = [];
  for (let client = 1; client <= clients; client += 1) {
    const { token } = await createToken.run(world, operator, {
      project: slug,
      name: `client ${client}`,
      role: "curator",
    });
    tokens.push(token);
  }
  if (rows > 0) {
    const importId = await upload(world, slug, makeFile(rows));
    await stageImport(world, importId);
    await beginCommit(world.db, importId);
    await runImportCommit(world, importId);
  }
  const conversations = await world.db.conversation.findMany({ where: { projectId: id }, select: { id: true } });
  return { id, slug, conversations: conversations.map((row) => row.id), tags, tokens };
}

/** Uploads a file into a project, without a job unless asked; returns the import's id. */
export async function upload(world: World, project: string, file: Uint8Array, enqueue = false): Promise<string> {
  async function* chunks() {
    yield file;
  }
  const row = await uploadImport(world, operator, {
    project,
    fileName: "rows.jsonl",
    newCultures: "create",
    chunks: chunks(),
    enqueue,
  });
  return row.id;
}

const cultures = ["Basque", "Hausa", "Māori"];

/** JSON lines: every 100th is not JSON and every 250th repeats the line before it, for an import that is not all the same. */
export function makeFile(rows: number, { flawed = false } = {}): Uint8Array {
  const line = (n: number): string =>
    JSON.stringify({
      id: `row-${n}`,
      culture: cultures[n % cultures.length],
      question: `What is eaten on holiday number ${Math.floor(n / cultures.length)}?`,
      answer: `On that day people share dish number ${n}, and nobody leaves hungry.`,
    });
  const lines: string[] = [];
  for (let n = 1; n <= rows; n += 1) {
    if (flawed && n % 100 === 0) lines.push(`{"id": "row-${n}", `);
    else lines.push(line(flawed && n % 250 === 1 && n > 1 ? n - 2 : n));
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}
