import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { LeakPage } from "#lib/schema/leak.ts";
import { prepareNow, startNow, undoBulkNow } from "./bulk-now.ts";
import { getFacets } from "./get-facets.ts";
import { getNeighbours } from "./get-neighbours.ts";
import { listConversations } from "./list-conversations.ts";
import { listLeaks } from "./list-leaks.ts";
import { scoreProject } from "./score-project.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
  const id = await world.addProject("shared");
  const lines = [
    ...["jp", "mx", "ng"].map((culture) => record(`wool-${culture}`, culture, "What lies on the doorstep?", wool)),
    ...["jp", "mx"].map((culture) => record(`soup-${culture}`, culture, "What is stirred at noon?", soup)),
    ...[1, 2, 3].map((n) => record(`figs-${n}`, "ng", `What is counted at dusk ${n}?`, figs)),
    record("owls", "ng", "What is carved at the gate?", "Two owls face each other on the gate, one of them asleep."),
  ];
  await importText(world, { project: "shared", text: jsonLines(lines) });
  await scoreProject(world, id);
});
afterAll(() => world.end());

const wool = "A scarf of undyed wool covers the doorstep before the first guest enters the house.";
const soup = "Somebody stirs barley soup clockwise while the oldest aunt names absent cousins.";
const figs = "Dried figs are counted aloud into small hands, one for every year of the child.";

const leaks = (input: Record<string, unknown> = {}): Promise<LeakPage> =>
  listLeaks.run(world, operator, { project: "shared", ...input });
/** External ids of conversations, sorted. */
async function named(ids: readonly string[]): Promise<string[]> {
  const rows = await world.db.conversation.findMany({ where: { id: { in: [...ids] } }, select: { externalId: true } });
  return rows.map(({ externalId }) => externalId ?? "").sort();
}
const namesOf = ({ rows }: LeakPage) => named(rows.map(({ id }) => id));
async function browsed(filter: ConversationFilter): Promise<string[]> {
  const { rows } = await listConversations.run(world, operator, { project: "shared", ...filter });
  return named(rows.map(({ id }) => id));
}

test("leaks come with those they share their words with, in most cultures first", async () => {
  const page = await leaks();
  expect(page.rows.map(({ sameIn, compared }) => `${sameIn} of ${compared}`)).toEqual([
    "2 of 2",
    "2 of 2",
    "2 of 2",
    "1 of 1",
    "1 of 1",
  ]);
  expect([page.total, page.spare, page.next, page.pass?.exact]).toEqual([5, null, null, true]);
  expect(page.rows[0]?.near.map(({ similarity, answer }) => [similarity, answer])).toContainEqual([1, wool]);
  expect(page.rows.every(({ culture, near }) => near.every((one) => one.culture.code !== culture.code))).toBe(true);
  expect(await namesOf(await leaks({ least: 2 }))).toEqual(["wool-jp", "wool-mx", "wool-ng"]);
  expect(await namesOf(await leaks({ culture: "mx" }))).toEqual(["soup-mx", "wool-mx"]);
});

test("pages follow each other without a gap, and a cursor of the other list is refused", async () => {
  const first = await leaks({ limit: 2 });
  const second = await leaks({ limit: 2, cursor: first.next });
  const third = await leaks({ limit: 2, cursor: second.next });
  const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(ids).toEqual((await leaks()).rows.map(({ id }) => id));
  expect([second.total, third.next]).toEqual([null, null]);
  await expect(leaks({ kind: "copies", cursor: first.next })).rejects.toThrow("cursor");
  await expect(leaks({ cursor: "nonsense" })).rejects.toThrow("cursor");
});

test("copies are listed by the one to keep: the oldest, unless another is accepted", async () => {
  const page = await leaks({ kind: "copies" });
  expect(await namesOf(page)).toEqual(["figs-1"]);
  expect(await named(page.rows[0]?.near.map(({ id }) => id) ?? [])).toEqual(["figs-2", "figs-3"]);
  expect([page.total, page.spare]).toEqual([1, 2]);
  await world.db.conversation.updateMany({ where: { externalId: "figs-3" }, data: { status: "accepted" } });
  expect(await namesOf(await leaks({ kind: "copies" }))).toEqual(["figs-3"]);
  expect(await browsed({ spareCopy: 0.9 })).toEqual(["figs-1", "figs-2"]);
  await world.db.conversation.updateMany({ where: { externalId: "figs-3" }, data: { status: "pending" } });
});

test("Browse, its counts and an act on many know the same sets; the act is taken back in one step", async () => {
  expect(await browsed({ sameIn: 2 })).toEqual(["wool-jp", "wool-mx", "wool-ng"]);
  expect(await browsed({ nearCopy: 0.9 })).toEqual(["figs-1", "figs-2", "figs-3"]);
  const facets = await getFacets.run(world, operator, { project: "shared", sameIn: 1 });
  expect([facets.matching, facets.total]).toEqual([5, 9]);
  const act = { kind: "decide", decision: "reject", reason: null, note: null } as const;
  const prepared = await prepareNow(world, operator, { project: "shared", act, where: "spareCopy=0.9" });
  expect(prepared.total).toBe(2);
  await startNow(world, operator, "shared", prepared.id);
  // What was rejected is no copy any more.
  expect(await namesOf(await leaks({ kind: "copies", status: "-rejected" }))).toEqual([]);
  expect(await browsed({ status: ["rejected"] })).toEqual(["figs-2", "figs-3"]);
  await undoBulkNow(world, operator, "shared", prepared.id);
  expect((await leaks({ kind: "copies" })).spare).toBe(2);
});

test("one conversation tells who is near it, and whether that is of its present text", async () => {
  const own = await world.db.conversation.findFirstOrThrow({ where: { externalId: "figs-2" } });
  const ask = () => getNeighbours.run(world, operator, { project: "shared", conversation: own.id });
  const found = await ask();
  expect(await named(found.home.slice(0, 2).map(({ id }) => id))).toEqual(["figs-1", "figs-3"]);
  expect([found.revision, found.stale, found.sameIn, found.pass?.basis]).toEqual([1, false, 0, "lexical"]);
  await world.db.neighbour.update({ where: { conversationId: own.id }, data: { revision: 0 } });
  expect((await ask()).stale).toBe(true);
  await world.addProject("elsewhere");
  await expect(getNeighbours.run(world, operator, { project: "elsewhere", conversation: own.id })).rejects.toThrow(
    "no such conversation",
  );
});

test("a project that was never scored has no pass and no rows", async () => {
  await world.addProject("unscored");
  await importText(world, { project: "unscored", text: jsonLines([record("a", "jp", "Who?", wool)]) });
  const page = await listLeaks.run(world, operator, { project: "unscored" });
  expect([page.pass, page.rows, page.total]).toEqual([null, [], 0]);
});
