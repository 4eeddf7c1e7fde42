import { z } from "zod";
import { countFacets, type FacetCounts } from "#lib/curation/columns/count-facets.ts";
import { livingTags } from "#lib/curation/columns/facets.ts";
import { givenNumbers } from "#lib/db/columns/given-numbers.ts";
import { measureNames } from "#lib/schema/choices.ts";
import { Status } from "#lib/schema/conversation.ts";
import { ConversationFilter, splitChoices } from "#lib/schema/conversation-search.ts";
import { Facets } from "#lib/schema/conversation-view.ts";
import { expandSearch } from "#lib/schema/expand-search.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "./define.ts";
import { readFacetWords } from "./facet-words.ts";

interface Choice {
  key: string;
  name: string;
  count: number;
}

/**
 * How many conversations each choice of each filter would show, under all other filters, as of now. Counted in memory in one
 * pass; a choice is listed while any conversation of the project has it, or the filter names it.
 */
export const getFacets = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Count conversations beside each filter",
    Input: z.strictObject({ project: z.string(), ...ConversationFilter.shape }),
    Output: Facets,
  },
  async ({ world, project }, { project: _slug, ...asked }) => {
    const filter = expandSearch(asked);
    const [words, given] = await Promise.all([
      readFacetWords(world.pool, project.id),
      givenNumbers(world.pool, project.id, filter),
    ]);
    const counts = await world.columns.look(project.id, (columns) => countFacets(columns, filter, words, given));
    const names = await readNames(world, project.id, counts, filter);
    const list = <More extends object>(
      facet: keyof FacetCounts["choices"],
      wordsOf: (key: string) => ({ name: string } & More) | undefined,
    ): (Choice & More)[] => {
      const found = counts.choices[facet];
      const { include, exclude } = splitChoices(facet === "tag" ? livingTags(filter.tag, words) : filter[facet]);
      const chosen = new Set([...include, ...exclude]);
      return [...new Set([...found.keys(), ...chosen])]
        .flatMap((key) => {
          const own = wordsOf(key);
          const { count, inProject } = found.get(key) ?? { count: 0, inProject: 0 };
          return own && (inProject > 0 || chosen.has(key)) ? [{ ...own, key, count }] : [];
        })
        .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1));
    };
    const person = (key: string) => ({ name: key === "nobody" ? "Nobody" : (names.people.get(key) ?? "Unknown") });
    const inOrder = (facet: "status" | "scored", keys: readonly string[]) =>
      keys.map((key) => ({ key, name: key, count: counts.choices[facet].get(key)?.count ?? 0 }));
    return {
      total: counts.total,
      matching: counts.matching,
      status: inOrder("status", Status.options),
      scored: inOrder("scored", measureNames),
      culture: list("culture", (key) => words.culture.get(key)),
      topic: list("topic", (key) => words.topic.get(key)),
      tag: list("tag", (key) => words.tag.get(key)),
      language: list("language", (key) => ({ name: key })),
      method: list("method", (key) => ({ name: key })),
      import: list("import", (key) => ({ name: names.files.get(key) ?? key })),
      reviewer: list("reviewer", person),
      assignee: list("assignee", person),
      flagged: counts.flagged,
      edited: counts.edited,
      representativeness: counts.representativeness,
      distinctiveness: counts.distinctiveness,
      tightest: counts.tightest,
    };
  },
);

/** Names of the people and files that occur, or that the filter names and the project has. */
async function readNames(world: World, projectId: string, { choices }: FacetCounts, filter: ConversationFilter) {
  const occurring = [...choices.reviewer.keys(), ...choices.assignee.keys()].filter((key) => key !== "nobody");
  const chosen = [...(filter.reviewer ?? []), ...(filter.assignee ?? [])]
    .map(withoutSign)
    .filter((key) => key !== "nobody");
  const files = [...choices.import.keys(), ...(filter.import ?? []).map(withoutSign)].filter((key) => uuid.test(key));
  const [users, imports] = await Promise.all([
    occurring.length + chosen.length === 0
      ? { rows: [] }
      : world.pool.query<{ id: string; name: string }>(
          `SELECT id, name FROM "user" WHERE id = ANY($1::uuid[])
             OR id IN (SELECT user_id FROM membership WHERE project_id = $2 AND user_id = ANY($3::uuid[]))`,
          [occurring, projectId, chosen],
        ),
    files.length === 0
      ? { rows: [] }
      : world.pool.query<{ id: string; name: string }>(
          "SELECT id, file_name AS name FROM import WHERE project_id = $1 AND id = ANY($2::uuid[])",
          [projectId, files],
        ),
  ]);
  const byId = (rows: readonly { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
  return { people: byId(users.rows), files: byId(imports.rows) };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const withoutSign = (choice: string) => (choice.startsWith("-") ? choice.slice(1) : choice);
