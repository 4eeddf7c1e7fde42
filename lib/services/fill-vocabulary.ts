import type { Transaction } from "#lib/db/client.ts";
import { cultures } from "#lib/registry/cultures/index.ts";
import { tags } from "#lib/registry/tags.ts";
import { topics } from "#lib/registry/topics.ts";
import type { World } from "#lib/world/world.ts";

/** Gives a new project its own copy of the culture registry, the topic tree and the tag vocabulary. Three inserts. */
export async function fillVocabulary(world: World, tx: Transaction, projectId: string): Promise<void> {
  await tx.culture.createMany({ data: cultures.map((culture) => ({ id: world.newId(), projectId, ...culture })) });
  const topicIds = new Map(topics.map((topic) => [topic.key, world.newId()]));
  await tx.topic.createMany({
    data: topics.map(({ key, parent, name, aliases }, position) => ({
      id: idOf(topicIds, key),
      projectId,
      parentId: parent === null ? null : idOf(topicIds, parent),
      key,
      name,
      aliases,
      position,
    })),
  });
  const tagIds = new Map(tags.map((tag) => [tag.key, world.newId()]));
  await tx.tag.createMany({
    data: tags.map(({ key, parent, kind, name, description }, position) => ({
      id: idOf(tagIds, key),
      projectId,
      parentId: parent === null ? null : idOf(tagIds, parent),
      key,
      kind,
      name,
      description,
      position,
    })),
  });
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new RangeError(`The registry names a parent “${key}” that it does not hold`);
  return id;
}
