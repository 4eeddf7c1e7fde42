import { afterAll, beforeAll, expect, test } from "vitest";
import { listCultures } from "./list-cultures.ts";
import { listTags } from "./list-tags.ts";
import { listTopics } from "./list-topics.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

const project = "labels";
let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld();
  await world.addProject(project);
});
afterAll(() => world.end());

/** A label whose 120th place falls inside a character of two units. */
const long = (end: string) => `${"a".repeat(119)}😀${end}`;

const vocabulary = async () => ({
  cultures: (await listCultures.run(world, operator, { project })).rows,
  topics: (await listTopics.run(world, operator, { project })).rows,
  tags: (await listTags.run(world, operator, { project })).rows,
});

test("labels longer than a name, alike at their start or of one letter become entries, and are found again", async () => {
  const labels = [long("one"), long("two"), "Q", "q-2", "猫", "!?"];
  const text = jsonLines(
    labels.map((label, index) =>
      record(`id-${index}`, label, "What is eaten?", `Dish ${index}.`, { topic: label, tags: [label.slice(0, 80)] }),
    ),
  );
  const before = await vocabulary();
  const first = await importText(world, { project, text, newCultures: "create" });
  expect(first).toMatchObject({ state: "done", inserted: 6, rejected: 0 });
  const after = await vocabulary();
  expect(after.cultures.length).toBe(before.cultures.length + 6);
  for (const { code, name } of after.cultures) {
    expect(code).toMatch(/^(?=.{2,40}$)[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(name.isWellFormed()).toBe(true);
    expect(name.length).toBeLessThanOrEqual(120);
  }
  expect(after.topics.some(({ name }) => name === "a".repeat(119))).toBe(true);

  const again = await importText(world, { project, text, newCultures: "create" });
  expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: 6 });
  const same = await vocabulary();
  for (const list of ["cultures", "topics", "tags"] as const) expect(same[list].length, list).toBe(after[list].length);
});
