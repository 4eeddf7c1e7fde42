import { z } from "zod";
import { practiceItems } from "#lib/samples/practice/index.ts";
import { sampleConversations } from "#lib/samples/sample/index.ts";
import type { SampleConversation } from "#lib/samples/sample-item.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { SampleKind } from "#lib/schema/practice.ts";
import { ProjectView } from "#lib/schema/project.ts";
import type { World } from "#lib/world/world.ts";
import { defineAccountChange, type Service } from "./define.ts";
import { freeKey } from "./free-key.ts";
import { commitNow } from "./import-now.ts";
import { makeProject, requireMaker, reservedSlugs } from "./make-project.ts";
import { readProjectView } from "./project-view.ts";
import { stageImport } from "./stage-import.ts";
import { uploadImport } from "./upload-import.ts";

interface SampleProject {
  name: string;
  slug: string;
  description: string;
  guideline: string;
  fileName: string;
  items: readonly SampleConversation[];
}

const projects: Record<SampleKind, SampleProject> = {
  practice: {
    name: "Practice",
    slug: "practice",
    description: "Conversations written for Tessera, some flawed on purpose, to learn the keys and the reasons on.",
    guideline:
      "Accept what is true of the culture named, answers the question and could have been said by somebody of it. Edit what only needs a word or two. Reject the rest with the reason that weighs most.\n\nAfter each decision you see what a careful reader decided, and why. Nothing here reaches an export unless somebody asks for it.",
    fileName: "Practice set.jsonl",
    items: practiceItems,
  },
  sample: {
    name: "Sample: everyday courtesies",
    slug: "sample-courtesies",
    description:
      "Conversations written for Tessera, to try Browse, scores and siblings on. Remove it when you are done.",
    guideline: "",
    fileName: "Sample conversations.jsonl",
    items: sampleConversations,
  },
};

const Input = z.strictObject({ kind: SampleKind });

const make = defineAccountChange(
  {
    action: "project.create",
    summary: "Add a practice or a sample project",
    Input,
    Output: z.strictObject({ id: z.uuid(), slug: z.string() }),
  },
  async ({ world, actor, tx }, { kind }) => {
    const maker = requireMaker(actor);
    const { name, slug: wanted, description, guideline } = projects[kind];
    const taken = await tx.project.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
    const slug = freeKey(wanted, new Set([...reservedSlugs, ...taken.map((project) => project.slug)]), 64);
    return { id: await makeProject(world, tx, maker, { name, slug, description, kind, guideline }), slug };
  },
);

/**
 * Makes a project of conversations written for Tessera, with the asker as its admin, and fills it in this process by the
 * way of any import; scores are left for a worker. Takes about a second. Broken off half-way, it is finished by asking
 * again with the same key.
 */
export const addSamples: Service<typeof Input, typeof ProjectView> = {
  ...make,
  Output: ProjectView,
  kept: undefined,
  async run(world, actor, input, command) {
    const { id, slug } = await make.run(world, actor, input, command);
    const { kind } = Input.parse(input);
    await fill(world, requireMaker(actor), { id, slug, kind });
    return readProjectView(world, { id, role: "admin" });
  },
};

async function fill(
  world: World,
  actor: Actor,
  { id, slug, kind }: { id: string; slug: string; kind: SampleKind },
): Promise<void> {
  if ((await world.db.conversation.count({ where: { projectId: id } })) > 0) return;
  const { fileName, items } = projects[kind];
  const chunks = linesOf(items);
  const { id: uploaded } = await uploadImport(world, actor, {
    project: slug,
    fileName,
    newCultures: "reject",
    chunks,
    enqueue: false,
  });
  await stageImport(world, uploaded);
  await commitNow(world, actor, await world.db.import.findUniqueOrThrow({ where: { id: uploaded } }));
}

/** Lines of the lossless format. What is expected of a practice item is not among them. */
async function* linesOf(items: readonly SampleConversation[]): AsyncGenerator<Uint8Array, void, void> {
  const lines = items.map(({ id, culture, topic, language, questionKey, turns, tags }) =>
    JSON.stringify({
      externalId: id,
      culture,
      language,
      topic,
      questionKey,
      source: "Tessera",
      turns,
      tags: tags ?? [],
    }),
  );
  yield Buffer.from(lines.map((line) => `${line}\n`).join(""));
}
