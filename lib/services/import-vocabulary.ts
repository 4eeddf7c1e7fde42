import type { Transaction } from "#lib/db/client.ts";
import type { Import } from "#lib/db/generated/client.ts";
import { normaliseLabel } from "#lib/import/normalise-label.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { cutText } from "#lib/text/cut-text.ts";
import type { World } from "#lib/world/world.ts";
import { appendEvent } from "./append-event.ts";
import { freeKey } from "./free-key.ts";
import { readLabels } from "./import-labels.ts";

/** What the labels of a file stand for in the project, by label. */
export interface ImportVocabulary {
  cultureIds: Record<string, string>;
  topicIds: Record<string, string>;
  tagIds: Record<string, string>;
}

/** More new topics or tags than this in one file are a column mapped wrongly, not a vocabulary. */
export const mostNewEntries = 500;

/** A file may bring more than a thousand entries, each with its event, and the machine may have other work: ten minutes. */
const patience = { timeout: 600_000 };

/**
 * Finds the entries behind a staged file's labels and creates those that are to be created, each with its event. Done in
 * one transaction and repeatable: what was created before is found again.
 */
export async function prepareVocabulary(world: World, row: Import): Promise<ImportVocabulary> {
  const labels = await readLabels(world, row);
  return world.db.$transaction(async (tx) => {
    const actor: Actor =
      row.createdBy === null
        ? { kind: "operator", userId: null, name: "operator" }
        : { kind: "person", userId: row.createdBy, name: "", owner: false };
    const cultureIds: Record<string, string> = {};
    const codes = new Set(
      (await tx.culture.findMany({ where: { projectId: row.projectId }, select: { code: true } })).map(
        ({ code }) => code,
      ),
    );
    for (const { label, verdict } of labels) {
      if (verdict.kind === "resolved") cultureIds[label] = verdict.cultureId;
      if (verdict.kind === "create") cultureIds[label] = await createCulture(world, tx, row, actor, label, codes);
    }
    return { cultureIds, topicIds: await topicsOf(world, tx, row, actor), tagIds: await tagsOf(world, tx, row, actor) };
  }, patience);
}

async function createCulture(
  world: World,
  tx: Transaction,
  row: Import,
  actor: Actor,
  label: string,
  codes: Set<string>,
): Promise<string> {
  const id = world.newId();
  const code = freeKey(label, codes, 40);
  codes.add(code);
  const name = cutText(label, 120);
  const culture = {
    code,
    kind: "community",
    name,
    endonym: name,
    demonym: name,
    ownDemonym: name,
    // By which the same file finds it again.
    aliases: name === label ? [] : [label],
    languages: ["und"],
    zone: "Not yet assigned",
    neighbours: [],
    maskedWords: [],
  };
  await tx.culture.create({ data: { id, projectId: row.projectId, ...culture } });
  await appendEvent(tx, row.projectId, actor, world.newId(), {
    kind: "culture.created",
    payload: { id, import: row.id, ...culture },
  });
  return id;
}

/** Topics by key, name or alias; others become topics of their own, since people filter by them. */
async function topicsOf(world: World, tx: Transaction, row: Import, actor: Actor): Promise<Record<string, string>> {
  const labels = await tx.$queryRaw<
    { label: string }[]
  >`SELECT DISTINCT topic AS label FROM import_row WHERE import_id = ${row.id}::uuid AND topic IS NOT NULL LIMIT 5000`;
  if (labels.length === 0) return {};
  const topics = await tx.topic.findMany({ where: { projectId: row.projectId } });
  const known = new Map<string, string>();
  for (const { id, key, name, aliases } of topics)
    for (const label of [key, name, ...aliases]) known.set(normaliseLabel(label), id);
  return findOrCreate(world, labels, known, topics, async (entry) => {
    await tx.topic.create({ data: { ...entry, projectId: row.projectId, aliases: [] } });
    const { id, key, name } = entry;
    await appendEvent(tx, row.projectId, actor, world.newId(), {
      kind: "topic.created",
      payload: { id, import: row.id, key, name, parent: null, aliases: [] },
    });
  });
}

/** Tags by key, name or path; others join the vocabulary as tags of the project's own. */
async function tagsOf(world: World, tx: Transaction, row: Import, actor: Actor): Promise<Record<string, string>> {
  const labels = await tx.$queryRaw<{ label: string }[]>`
    SELECT DISTINCT label FROM import_row, json_array_elements_text(tags::json) AS label WHERE import_id = ${row.id}::uuid AND tags IS NOT NULL LIMIT 5000`;
  if (labels.length === 0) return {};
  const tags = await tx.tag.findMany({ where: { projectId: row.projectId } });
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const known = new Map<string, string>();
  for (const tag of tags) {
    const parent = tag.parentId === null ? undefined : byId.get(tag.parentId);
    for (const label of [tag.key, tag.name, ...(parent ? [`${parent.name} / ${tag.name}`] : [])])
      known.set(normaliseLabel(label), tag.mergedIntoId ?? tag.id);
  }
  return findOrCreate(world, labels, known, tags, async (entry) => {
    await tx.tag.create({ data: { ...entry, projectId: row.projectId, kind: "other" } });
    const { id, key, name } = entry;
    await appendEvent(tx, row.projectId, actor, world.newId(), {
      kind: "tag.created",
      payload: { id, import: row.id, key, name, kind: "other", parent: null, description: "" },
    });
  });
}

/** The ids behind labels, by label. What is not `known` is created at the end of the vocabulary, up to a limit. */
async function findOrCreate(
  world: World,
  labels: readonly { label: string }[],
  known: Map<string, string>,
  present: readonly { key: string; position: number }[],
  create: (entry: { id: string; key: string; name: string; position: number }) => Promise<void>,
): Promise<Record<string, string>> {
  const keys = new Set(present.map(({ key }) => key));
  let position = Math.max(-1, ...present.map((entry) => entry.position));
  const found: Record<string, string> = {};
  let created = 0;
  for (const { label } of labels) {
    const name = cutText(label, 120);
    let id = known.get(normaliseLabel(label)) ?? known.get(normaliseLabel(name));
    if (id === undefined && created < mostNewEntries) {
      id = world.newId();
      const key = freeKey(label, keys);
      keys.add(key);
      position += 1;
      created += 1;
      await create({ id, key, name, position });
      known.set(normaliseLabel(name), id);
    }
    if (id !== undefined) found[label] = id;
  }
  return found;
}
