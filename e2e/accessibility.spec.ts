import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { importFile, stageFile } from "./person.ts";

const fixture = new URL("./fixtures/everyday-life.jsonl", import.meta.url);
const themes = ["light", "dark"] as const;
const widths = [1440, 1024, 390] as const;

/** Rows after the first dozen are made as those before them; to look at each would take minutes. */
const alike = ["tbody > tr:nth-child(n + 13)", "main li:nth-child(n + 13)", "option:nth-child(n + 13)"];

/** Faults that axe finds, one heading of the first level, and no page wider than its window; in each theme and width. */
async function checkLooks(page: Page, name: string): Promise<void> {
  // Loaded here and not above: the runner, while it compiles a spec for the first time, trips over this package.
  const { default: AxeBuilder } = await import("@axe-core/playwright");
  // Colours that still change when they are measured would be neither of the two.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of themes) {
      const view = `${name}, ${theme} ${width}`;
      await page.evaluate((shown) => {
        document.documentElement.dataset.theme = shown;
      }, theme);
      const look = new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });
      for (const rows of alike) look.exclude(rows);
      const { violations } = await look.analyze();
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

test.describe.configure({ mode: "parallel" });

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

type Path = (at: { base: string; culture: unknown; done: string; review: string }) => string;

/** Browse and Triage in all their states are looked at in review.spec.ts. */
const pages: Readonly<Record<string, readonly { path: Path; hasMainAction: boolean }[]>> = {
  "where one imports and exports": [
    { path: ({ base }) => `${base}/import`, hasMainAction: true },
    { path: ({ base, review }) => `${base}/import/${review}`, hasMainAction: true },
    { path: ({ base, done }) => `${base}/import/${done}`, hasMainAction: true },
    { path: ({ base }) => `${base}/export?culture=eg`, hasMainAction: true },
    { path: () => "/projects", hasMainAction: true },
    { path: () => "/projects/new", hasMainAction: true },
    { path: ({ base }) => base, hasMainAction: true },
  ],
  "where a project is arranged": [
    { path: ({ base }) => `${base}/team`, hasMainAction: false },
    { path: ({ base }) => `${base}/settings?section=general`, hasMainAction: true },
    { path: ({ base }) => `${base}/settings?section=guideline`, hasMainAction: true },
    { path: ({ base }) => `${base}/settings?section=cultures`, hasMainAction: false },
    { path: ({ base, culture }) => `${base}/settings?section=cultures&culture=${culture}`, hasMainAction: true },
    { path: ({ base }) => `${base}/settings?section=topics`, hasMainAction: false },
    { path: ({ base }) => `${base}/settings?section=tags`, hasMainAction: false },
    { path: ({ base }) => `${base}/nowhere`, hasMainAction: true },
  ],
};

for (const [where, list] of Object.entries(pages)) {
  test(`the pages ${where} have no faults that axe can find, with texts of many scripts`, async ({
    owner,
    baseURL: address = "",
  }) => {
    test.setTimeout(120_000);
    const { page } = owner;
    const slug = `scripts-${randomUUID().slice(0, 8)}`;
    const text = await readFile(fixture, "utf8");
    const file = (bytes: string) => ({ name: "آداب.jsonl", bytes: Buffer.from(bytes) });
    await owner.call("POST", "/projects", { name: "آداب الضيافة", slug, description: "毎日のもてなし" });
    const done = await importFile(owner, address, slug, file(text));
    const changed = text.replaceAll("。", "、多分。").replaceAll("غالبًا", "دائمًا");
    const review = await stageFile(owner, address, slug, file(changed));
    await owner.call("POST", `/projects/${slug}/exports`, { format: "trl", filter: { culture: ["eg"] } });
    const { rows } = await owner.call("GET", `/projects/${slug}/cultures`);
    const culture = Array.isArray(rows) ? rows[0]?.id : undefined;
    for (const { path: pathOf, hasMainAction } of list) {
      const path = pathOf({ base: `/projects/${slug}`, culture, done, review });
      await test.step(path, async () => {
        await page.goto(path);
        await expect(page.locator("h1:visible")).toHaveCount(1);
        await checkLooks(page, path);
        if (hasMainAction) await reachMainAction(page, path);
      });
    }
  });
}
