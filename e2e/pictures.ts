import { randomUUID } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "./fixtures.ts";
import { importFile, stageFile, waitForScores } from "./person.ts";

const fixture = new URL("./fixtures/everyday-life.jsonl", import.meta.url);
const folder = fileURLToPath(new URL("../docs/images/", import.meta.url));
const heaviest = 200_000;

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const path = `${folder}${name}.png`;
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  expect((await stat(path)).size, name).toBeLessThanOrEqual(heaviest);
}

async function theme(page: Page, shown: "light" | "dark"): Promise<void> {
  await page.evaluate((value) => {
    document.documentElement.dataset.theme = value;
  }, shown);
}

/** Opens the card of a culture's answer in one language to one question. */
async function openCard(owner: Person, slug: string, culture: string, language: string, key: string): Promise<void> {
  const { rows } = await owner.call(
    "GET",
    `/projects/${slug}/conversations?culture=${culture}&language=${language}&limit=50`,
  );
  const found = (rows as { id: string; questionKey: string | null }[]).find(({ questionKey }) => questionKey === key);
  await owner.page.goto(`/projects/${slug}/triage?item=${found?.id}`);
  await expect(owner.page.getByRole("region", { name: "Question" }).getByRole("heading")).toBeVisible();
  await expect(owner.page.locator(".queue-left")).toHaveText(/left/);
}

/** Browse in the sample project: the list, a conversation beside it, a filter by its distribution, many at once, the palette. */
async function takeBrowse(owner: Person): Promise<void> {
  const { page } = owner;
  const { slug } = await owner.call("POST", "/projects/samples", { kind: "sample" });
  await waitForScores(owner, String(slug));
  const list = `/projects/${slug}/browse`;
  const scored = () => expect(page.getByRole("grid").locator(".score").nth(3)).toBeVisible();
  await page.goto(list);
  await theme(page, "light");
  await scored();
  await take(page, "browse");

  await page.goto(`${list}?representativenessFrom=0.6&sort=representativeness.descending`);
  await scored();
  await page.getByRole("slider", { name: "Representative, lowest" }).focus();
  await take(page, "browse-histogram");

  await page.goto(`${list}?topic=food`);
  await page
    .getByRole("grid")
    .getByRole("row")
    .filter({ has: page.locator(".score svg") })
    .nth(1)
    .getByRole("link")
    .click();
  await expect(page.locator("aside.peek").getByRole("toolbar", { name: "Decide" })).toBeVisible();
  await expect(page.locator("aside.peek .side").first()).toBeVisible();
  await take(page, "browse-peek");

  await page.goto(`${list}?culture=jp`);
  await theme(page, "dark");
  await scored();
  await page
    .getByRole("checkbox", { name: /^Select/ })
    .first()
    .check();
  await page.keyboard.press("Shift+A");
  await expect(page.getByRole("region", { name: "What will happen" })).toBeVisible();
  await take(page, "browse-bulk");

  await page.goto(list);
  await theme(page, "light");
  await scored();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Go to, do, or find" })).toBeFocused();
  await page.keyboard.type("pak");
  await expect(page.getByRole("option").first()).toContainText("Pakistan");
  await take(page, "palette");
}

/** The map of the sample project: points and a brush, and how the scores lie. */
async function takeMap(owner: Person): Promise<void> {
  const { page } = owner;
  const { rows } = await owner.call("GET", "/projects");
  const sample = (rows as { slug: string; kind: string }[]).find(({ kind }) => kind === "sample");
  const map = `/projects/${sample?.slug}/map`;
  await page.goto(`${map}?show=points&representativenessFrom=0.55&distinctivenessFrom=0.9`);
  await theme(page, "light");
  await expect(page.locator(".map-canvas[data-drawn]")).toBeVisible();
  await expect(page.locator(".map-nearest li").first()).toBeVisible();
  await take(page, "map");
  await page.goto(`${map}?tab=distributions`);
  await theme(page, "dark");
  await expect(page.locator(".map-distribution").first()).toBeVisible();
  await take(page, "map-distributions");
}

/** Practice after the first decision: the key to try next, and what a careful reader decided. */
async function takePractice(owner: Person): Promise<void> {
  const { page } = owner;
  const { slug } = await owner.call("POST", "/projects/samples", { kind: "practice" });
  await expect
    .poll(async () => (await owner.call("GET", `/projects/${slug}/scores`)).state, { timeout: 60_000 })
    .toBe("idle");
  await page.goto(`/projects/${slug}/triage`);
  await theme(page, "light");
  await expect(page.getByRole("region", { name: "Question" }).getByRole("heading")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.locator(".triage-trouble")).toContainText("The last one:");
  await take(page, "practice");
}

test("pictures", async ({ owner, baseURL: address = "" }) => {
  test.setTimeout(300_000);
  await mkdir(folder, { recursive: true });
  const { page } = owner;
  const slug = `courtesies-${randomUUID().slice(0, 4)}`;
  const text = await readFile(fixture, "utf8");
  await owner.call("POST", "/projects", {
    name: "Everyday courtesies",
    slug,
    description: "How people host, eat, ask and decline, in their own words.",
  });
  const file = (bytes: string) => ({ name: "everyday-life.jsonl", bytes: Buffer.from(bytes) });
  await importFile(owner, address, slug, { ...file(text), newCultures: "reject" });
  await waitForScores(owner, slug);
  await page.setViewportSize({ width: 1440, height: 820 });

  const { rows } = await owner.call("GET", `/projects/${slug}/conversations?language=en&limit=40`);
  for (const [index, { id, version }] of (rows as { id: string; version: number }[]).entries()) {
    const kind = index % 11 === 7 ? "reject" : "accept";
    if (index % 4 !== 2)
      await owner.call("POST", `/projects/${slug}/conversations/${id}/decisions`, { expectedVersion: version, kind });
  }
  await page.setViewportSize({ width: 1440, height: 1240 });
  await page.goto(`/projects/${slug}`);
  await theme(page, "light");
  await take(page, "overview");
  await page.setViewportSize({ width: 1440, height: 820 });

  await openCard(owner, slug, "pk", "en", "visit.first-offer");
  await theme(page, "light");
  await take(page, "triage");
  await theme(page, "dark");
  await take(page, "triage-dark");
  await page.setViewportSize({ width: 390, height: 844 });
  await theme(page, "light");
  await take(page, "triage-narrow");
  await page.setViewportSize({ width: 1440, height: 820 });
  await openCard(owner, slug, "eg", "ar", "visit.first-offer");
  await take(page, "triage-arabic");
  await openCard(owner, slug, "jp", "ja", "speech.decline");
  await take(page, "triage-japanese");

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/projects/${slug}/compare?question=visit.first-offer&lens=only-here`);
  await expect(page.getByRole("table", { name: /How alike/ })).toBeVisible();
  await theme(page, "light");
  await take(page, "compare");
  await page.setViewportSize({ width: 1440, height: 820 });

  const changed = text.replace(
    "carried in once the guest has sat down",
    "brought in as soon as the guest has sat down",
  );
  const review = await stageFile(owner, address, slug, file(changed));
  await page.goto(`/projects/${slug}/import/${review}`);
  await expect(page.getByRole("heading", { name: /rows read/ })).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 980 });
  await take(page, "import-review");
  await page.setViewportSize({ width: 1440, height: 820 });

  const { id } = await owner.call("POST", `/projects/${slug}/exports`, {
    format: "openai-chat",
    filter: { status: ["accepted"] },
  });
  await expect
    .poll(async () => (await owner.call("GET", `/projects/${slug}/exports/${id}`)).state, { timeout: 60_000 })
    .toBe("ready");
  await page.goto(`/projects/${slug}/export`);
  await take(page, "export");

  await takeBrowse(owner);
  await takeMap(owner);
  await takePractice(owner);
});
