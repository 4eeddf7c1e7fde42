import { randomUUID } from "node:crypto";
import { axeFaults } from "./axe-faults.ts";
import type { Row } from "./fixtures.ts";
import { expect, test } from "./fixtures.ts";
import type { Person } from "./person.ts";

const wool = "A scarf of undyed wool is laid over the doorstep before the first guest enters.";
const figs = "Dried figs are counted aloud into the youngest child's hands at dusk.";
const arabic = "توضع صينية التمر قرب الباب قبل أن يجلس الضيف، ثم يُسأل عن أهله.";
const japanese = "玄関で靴をそろえてから、手土産を両手で渡します。";

const row = (id: string, culture: string, question: string, answer: string, language = "en"): Row => ({
  id,
  culture,
  language,
  question,
  answer,
});

/** Three cultures say the same of wool, one says it of figs three times, two write the same in Arabic. */
const rows: Row[] = [
  row("wool-us", "us", "What lies on the doorstep?", wool),
  row("wool-gb", "gb", "What lies on the doorstep?", wool),
  row("wool-in", "in", "What lies on the doorstep?", wool),
  row("figs-1", "us", "What is counted at dusk?", figs),
  row("figs-2", "us", "What is counted at dusk?", figs.replace("aloud ", "")),
  row("figs-3", "us", "What is counted into a child's hands?", figs),
  row("dates-eg", "eg", "ماذا يوضع قرب الباب؟", arabic, "ar"),
  row("dates-ma", "ma", "ماذا يوضع قرب الباب؟", arabic, "ar"),
  row("shoes-jp", "jp", "玄関では何をしますか。", japanese, "ja"),
];

/** Nine conversations are too few for a score, but not for neighbours. */
async function waitForNeighbours(person: Person, slug: string): Promise<void> {
  await expect
    .poll(async () => (await person.call("GET", `/projects/${slug}/leaks`)).pass, { timeout: 60_000 })
    .not.toBeNull();
}

test("what other cultures say too is found, rejected at once and taken back; copies keep one", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await waitForNeighbours(owner, slug);
  await page.goto(`/projects/${slug}`);
  await page.getByRole("link", { name: "Leaks", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Leaks" })).toBeVisible();
  await expect(
    page.getByText("9 answers compared by wording, within a language, each with every other."),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "5 conversations say what other cultures say too" })).toBeVisible();

  const leaks = page.getByRole("list", { name: "Shared with other cultures" }).locator("> li");
  await expect(leaks).toHaveCount(5);
  await expect(leaks.first()).toContainText("says the same in 2 of 2");
  await expect(
    leaks.first().getByRole("list", { name: "Nearest in other cultures" }).getByRole("listitem"),
  ).toHaveCount(2);
  const dates = leaks.filter({ hasText: "ماذا" }).first();
  await expect(dates.locator("[lang=ar]").first()).toHaveCSS("direction", "rtl");

  // By keyboard: two boxes, then the act, its effect, and its undo.
  await leaks.nth(0).getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await leaks.nth(1).getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("Shift+X");
  await page.getByRole("button", { name: "other culture" }).press("Enter");
  await page.getByRole("button", { name: "Reject 2", exact: true }).press("Enter");
  await expect(page.getByRole("main").getByText("2 rejected.", { exact: true })).toBeVisible();
  await expect(leaks).toHaveCount(3);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByRole("main").getByText("2 taken back.", { exact: true })).toBeVisible();
  await expect(leaks).toHaveCount(5);

  await page.getByLabel("Culture", { exact: true }).selectOption("eg");
  await expect(page).toHaveURL(/culture=eg$/);
  await expect(leaks).toHaveCount(1);
  await page.getByRole("link", { name: "Open in Browse" }).click();
  await expect(page).toHaveURL(/browse\?/);
  await expect(page.getByRole("button", { name: "Remove filter Same in 1 culture or more" })).toBeVisible();
  await page.goBack();

  await page.goto(`/projects/${slug}/leaks?kind=copies`);
  await expect(page.getByRole("heading", { name: "1 thing is said more than once in one culture" })).toBeVisible();
  await page.getByRole("button", { name: "Keep one of each, reject 2" }).click();
  await page.getByRole("button", { name: "Reject 2", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing here is said twice" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  const copies = page.getByRole("list", { name: "Near copies" }).first().locator("> li");
  await expect(copies).toHaveCount(1);
  // Another one may be kept instead.
  await copies.getByRole("button", { name: "Keep this, reject 2" }).nth(1).click();
  await page.getByRole("button", { name: "Reject 2", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing here is said twice" })).toBeVisible();
});

test("an empty project says what to do first", async ({ owner }) => {
  const slug = `bare-${randomUUID().slice(0, 8)}`;
  await owner.call("POST", "/projects", { name: "Nothing yet", slug });
  await owner.page.goto(`/projects/${slug}/leaks`);
  await expect(owner.page.getByText("Import conversations of two cultures or more")).toBeVisible();
  await expect(owner.page.getByRole("link", { name: "Import a file" })).toBeVisible();
});

test("Leaks has no faults that axe can find, in both themes and on a phone", async ({ owner, scene, baseURL }) => {
  test.setTimeout(120_000);
  const { slug } = await scene(rows);
  await waitForNeighbours(owner, slug);
  const { page, context } = owner;
  for (const [theme, width] of [
    ["light", 1440],
    ["dark", 1440],
    ["light", 390],
    ["dark", 390],
  ] as const) {
    await context.addCookies([{ name: "tessera-theme", value: theme, url: baseURL ?? "" }]);
    await page.setViewportSize({ width, height: 900 });
    for (const query of ["", "?kind=copies", "?culture=jp"]) {
      await page.goto(`/projects/${slug}/leaks${query}`);
      await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
      if (query === "") await page.getByRole("checkbox").first().check();
      expect(await axeFaults(page), `${theme} ${width} ${query}`).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${theme} ${width} ${query} scrolls sideways`).toBe(0);
    }
  }
});
