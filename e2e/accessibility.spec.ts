import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { importFile, stageFile, waitForScores } from "./person.ts";

const fixture = new URL("./fixtures/everyday-life.jsonl", import.meta.url);
const themes = ["light", "dark"] as const;
const widths = [1440, 1024, 390] as const;

/** Faults that axe finds, one heading of the first level, and no page wider than its window; in each theme and width. */
async function checkLooks(page: Page, name: string): Promise<void> {
  // Loaded here and not above: the runner, while it compiles a spec for the first time, trips over this package.
  const { default: AxeBuilder } = await import("@axe-core/playwright");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of themes) {
      const view = `${name}, ${theme} ${width}`;
      await page.evaluate((shown) => {
        document.documentElement.dataset.theme = shown;
      }, theme);
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { "target-size": { enabled: true } } })
        .analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) })),
          view,
        )
        .toEqual([]);
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(sideways, `${name} at ${width} scrolls sideways`).toBe(0);
    await expect.soft(page.locator("h1:visible"), `${name} at ${width}: first headings`).toHaveCount(1);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Steps from element to element by Tab until the page's main action has the focus. */
async function reachMainAction(page: Page, name: string): Promise<void> {
  const isThere = () =>
    page.evaluate(
      () => document.activeElement?.matches(".button.main, .button.main *, .button.main:has(:focus)") ?? false,
    );
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press("Tab");
    if (await isThere()) return;
  }
  expect.soft(false, `${name}: the main action is not reached by Tab`).toBe(true);
}

test("the doors have no faults that axe can find", async ({ owner, browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const slug = `door-${randomUUID().slice(0, 8)}`;
  await owner.call("POST", "/projects", { name: "ضيافة الأصدقاء", slug });
  const { link } = await owner.call("POST", `/projects/${slug}/invitations`, { role: "annotator" });
  for (const path of ["/sign-in", "/set-up", "/set-up?token=x", "/invitation?token=x", String(link)]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await checkLooks(page, path);
  }
  await page.goto("/sign-in");
  await reachMainAction(page, "/sign-in");
  await context.close();
});

test("the pages of a project with texts of many scripts have no faults that axe can find", async ({
  owner,
  baseURL: address = "",
}) => {
  test.setTimeout(150_000);
  const { page } = owner;
  const slug = `scripts-${randomUUID().slice(0, 8)}`;
  const text = await readFile(fixture, "utf8");
  const file = (bytes: string) => ({ name: "آداب.jsonl", bytes: Buffer.from(bytes) });
  await owner.call("POST", "/projects", { name: "آداب الضيافة", slug, description: "毎日のもてなし" });
  const done = await importFile(owner, address, slug, file(text));
  await waitForScores(owner, slug);
  const review = await stageFile(
    owner,
    address,
    slug,
    file(text.replaceAll("。", "、多分。").replaceAll("غالبًا", "دائمًا")),
  );
  await owner.call("POST", `/projects/${slug}/exports`, { format: "trl", filter: { culture: ["eg"] } });
  const { rows } = await owner.call("GET", `/projects/${slug}/conversations?culture=eg&language=ar&limit=1`);
  const [arabic] = rows as { id: string }[];
  const { rows: cultures } = await owner.call("GET", `/projects/${slug}/cultures`);
  const [culture] = cultures as { id: string }[];
  const base = `/projects/${slug}`;
  const settings = (section: string) => `${base}/settings?section=${section}`;
  for (const [path, main] of [
    ["/projects", true],
    ["/projects/new", true],
    [base, true],
    [`${base}/browse`, false],
    [`${base}/triage?item=${arabic?.id}`, true],
    [`${base}/import`, true],
    [`${base}/import/${review}`, true],
    [`${base}/import/${done}`, true],
    [`${base}/export`, false],
    [`${base}/team`, false],
    [settings("general"), false],
    [settings("guideline"), false],
    [settings("cultures"), false],
    [`${settings("cultures")}&culture=${culture?.id}`, false],
    [settings("topics"), false],
    [settings("tags"), false],
    [`${base}/nowhere`, false],
  ] as const) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator("h1:visible")).toHaveCount(1);
      if (path.includes("triage")) await expect(page.getByRole("region", { name: "Question" })).toBeVisible();
      await checkLooks(page, path);
      if (main) await reachMainAction(page, path);
    });
  }
});
