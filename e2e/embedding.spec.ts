import { axeFaults } from "./axe-faults.ts";
import { expect, type Row } from "./fixtures.ts";
import { tessera } from "./operator.ts";
import { test } from "./simulator.ts";

/** Twenty-two answers of each of two cultures, in two scripts, to the same questions. */
const rows: Row[] = Array.from({ length: 22 }, (_, n): Row[] => [
  {
    id: `jp-${n}`,
    culture: "jp",
    language: "ja",
    question: `Feast ${n}: what is served?`,
    answer: `祭り${n}ではお茶と餅を出します。${"静かに".repeat(n % 3)}`,
  },
  {
    id: `eg-${n}`,
    culture: "eg",
    language: "ar",
    question: `Feast ${n}: what is served?`,
    answer: `في العيد ${n} نقدم الفول والخبز ${"مع الجيران ".repeat(n % 4)}`,
  },
]).flat();

/** How often a simulator was asked to embed. */
async function asked(simulator: string): Promise<number> {
  const { embeddings } = await (await fetch(new URL("/__calls", simulator))).json();
  return embeddings;
}

test("once an embedder is chosen, Score again embeds the texts, says how far it is, and shows what they come to", async ({
  owner,
  scene,
  simulator,
}) => {
  const { slug } = await scene(rows);
  const name = `Embedder of ${slug}`;
  const model = "tessera-simulator-embedding";
  await tessera("allow-host", "127.0.0.1");
  await tessera("connection", "add", "--name", name, "--base-url", simulator, "--simulated", "--model", model);
  await tessera("connection", "use", name, "--project", slug, "--role", "embedder", "--model", model);

  const { page } = owner;
  await page.goto(`/projects/${slug}/scores`);
  const embedding = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Embedding/ }) });
  await expect(embedding).toContainText("no text has been embedded yet");
  await page.getByRole("button", { name: "Score again" }).click();
  // 44 answers, and 22 questions that both cultures share.
  await expect(embedding).toContainText("all 66 different texts have a vector", { timeout: 120_000 });
  await expect(embedding).toContainText("2 requests");
  await expect(embedding).toContainText("44 of 44 scored");
  await expect(embedding).toContainText("Neighbours are searched for among all texts.");
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFaults(page), `${colorScheme} ${width}`).toEqual([]);
  }

  // What has a vector is not asked for again.
  const before = await asked(simulator);
  const printed = await tessera("score", "--project", slug, "--estimator", "embedding", "--wait");
  expect(printed).toContain("embedding: representativeness 44, distinctiveness 44");
  expect(printed).toContain(`66 of 66 different texts embedded by ${model}: 2 requests`);
  expect(before).toBe(2);
  expect(await asked(simulator)).toBe(before);
});
