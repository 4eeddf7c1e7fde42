import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { axeFaults } from "./axe-faults.ts";
import { expect, type Person, type Row, test } from "./fixtures.ts";
import { changeProject, waitForScores } from "./person.ts";

/** Enough answers of each culture in one language for both scores, and of two languages more than one culture. */
const cultures = [
  ["jp", "en", "The youngest pours for the eldest", "What does one do about"],
  ["us", "en", "Whoever is nearest reaches for it", "What does one do about"],
  ["ke", "en", "A host serves the guests before the family", "What does one do about"],
  ["eg", "ar", "يُصبّ للكبير أولًا", "ماذا تفعل عند"],
  ["sa", "ar", "يبدأ المضيف من اليمين", "ماذا تفعل عند"],
] as const;
const things = "tea rice bread salt rain gifts names shoes doors music letters money markets weddings".split(" ");
const rows: Row[] = cultures.flatMap(([culture, language, answer, question], place) =>
  things.map((thing, at) => ({
    id: `${culture}-${at}`,
    culture,
    language,
    question_key: `q${at}`,
    topic: at % 2 === 0 ? "food" : "greetings",
    question: `${question} ${thing}?`,
    answer: `${answer}, ${thing}${at % (place + 2) === 0 ? ` ${things[(at + 3) % 14]} ${things[(at + 5) % 14]}` : ""}.`,
  })),
);

async function openMap(owner: Person, slug: string, query: string): Promise<Page> {
  await owner.page.goto(`/projects/${slug}/map?${query}`);
  return owner.page;
}

const pane = (page: Page) => page.getByRole("complementary", { name: "What the brush holds" });
const heldIn = async (page: Page) =>
  Number((await pane(page).locator(".map-held b").textContent())?.replaceAll(/\s/g, ""));

/** What Browse finds for the address that the pane offers. */
async function openInBrowse(page: Page): Promise<number> {
  await pane(page)
    .getByRole("link", { name: /^Open .+ in Browse$/ })
    .click();
  await expect(page).toHaveURL(/\/browse\?/);
  await expect(page.getByRole("grid")).toBeVisible();
  return Number(await page.getByRole("grid").getAttribute("aria-rowcount"));
}

test("what a brush holds is what Browse opens, drawn and typed", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const page = await openMap(owner, slug, "show=points&as=plot");
  await expect(pane(page).locator(".map-held")).toContainText("of");
  const all = await heldIn(page);
  expect(all).toBeGreaterThan(20);
  const plot = page.getByRole("application");
  const box = await plot.boundingBox();
  if (box === null) throw new Error("The plot is not drawn.");
  await page.mouse.move(box.x + 44, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/representativenessTo=/);
  await expect(pane(page).getByRole("heading", { name: "What the brush holds" })).toBeVisible();
  const drawn = await heldIn(page);
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThan(all);
  const byStatus = await pane(page).getByRole("list", { name: "By status" }).locator(".n").allInnerTexts();
  const byCulture = await pane(page).getByRole("list", { name: "By culture" }).locator(".n").allInnerTexts();
  for (const counts of [byStatus, byCulture]) expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(drawn);
  // The grid counts its head as a row.
  expect((await openInBrowse(page)) - 1).toBe(drawn);
  await page.goBack();

  await expect(pane(page).getByRole("button", { name: "Let go" })).toBeVisible();
  await pane(page).getByRole("button", { name: "Let go" }).click();
  await expect.poll(() => heldIn(page)).toBe(all);
  await pane(page).getByRole("spinbutton", { name: "Representative, from" }).fill("0.4");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/representativenessFrom=0.4/);
  const typed = await heldIn(page);
  expect(typed).toBeLessThan(all);
  expect((await openInBrowse(page)) - 1).toBe(typed);
});

test("the keys go from point to point, and the card tells each in its own script", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const page = await openMap(owner, slug, "culture=eg&show=points&as=plot");
  await expect(pane(page).locator(".map-held")).toContainText("of");
  await page.getByRole("application").focus();
  await page.keyboard.press("Home");
  const card = page.getByRole("region", { name: "Conversation in hand" });
  await expect(card).toContainText("Egypt");
  const text = card.locator(".map-card-text");
  await expect(text).toHaveAttribute("lang", "ar");
  await expect(text).toHaveAttribute("dir", "auto");
  expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  const first = (await card.textContent()) ?? "";
  await page.keyboard.press("ArrowRight");
  await expect(card).not.toHaveText(first);
  await expect(page.locator("#announcer")).toContainText(/Egypt, pending, representative/);
  await expect(card.getByRole("link", { name: "Open in Browse" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});

test("U27: the table says what the plot shows, is sorted and saved as CSV", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const page = await openMap(owner, slug, "show=points&as=plot");
  await expect(pane(page).locator(".map-held")).toContainText("of");
  const all = await heldIn(page);
  const medians = await page
    .locator(".map-medians [data-median]")
    .evaluateAll((marks) => marks.map((mark) => [mark.getAttribute("data-culture"), mark.getAttribute("data-median")]));
  await page.getByRole("button", { name: "As table" }).click();
  await expect(page).toHaveURL(/as=table/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n").slice(1);
  const cells = lines.map((line) => line.split(","));
  expect(cells).toHaveLength(cultures.length);
  const told = new Set(cells.map((line) => `${line[2]} ${line[5]}`));
  expect(told).toEqual(new Set(medians.map(([, median]) => median)));
  expect(cells.reduce((sum, line) => sum + Number(line[8]), 0)).toBe(all);

  const column = page.getByRole("columnheader", { name: "Representative" });
  await column.getByRole("button").click();
  await expect(column).toHaveAttribute("aria-sort", "descending");
  const shown = await page.locator(".map-table tbody tr td:nth-child(3)").allInnerTexts();
  expect(shown).toEqual(shown.toSorted((a, b) => Number(b) - Number(a)));
});

test("a cell of the coverage opens the triage of just that cell", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await changeProject(owner, slug, { cellTarget: 10 });
  const page = await openMap(owner, slug, "tab=coverage");
  await expect(page.getByRole("heading", { name: /0 of \d+ cells have 10 accepted; \d+ are missing/ })).toBeVisible();
  const cell = page.getByRole("link", { name: "Japan, Food and drink: 0 of 10 accepted, 7 pending" });
  await cell.click();
  await expect(page).toHaveURL(/\/triage\?culture=jp&topic=food/);
  await expect(page.locator(".queue-left")).toHaveText(/\b7 left|7 of 7/);
  await page.goBack();
  await page.getByRole("button", { name: "As table" }).click();
  await page.getByRole("link", { name: "Browse Japan, Food and drink" }).click();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "8");
});

test("neighbours are looked for by words, and say when nobody has computed them", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const page = await openMap(owner, slug, "tab=neighbours");
  await page.getByRole("searchbox", { name: "Find a conversation" }).fill("about 3");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Found" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/item=/);
  await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
});

test("an annotator of a blind project finds coverage and nothing that tells a score", async ({ owner, scene }) => {
  const { slug, member } = await scene(rows);
  await changeProject(owner, slug, { hideScores: true });
  const { page } = await member("Yuki", "annotator");
  for (const tab of ["scores", "neighbours", "distributions"]) {
    await page.goto(`/projects/${slug}/map?tab=${tab}&show=points`);
    await expect(page.getByText("keeps scores from annotators until they have decided")).toBeVisible();
    await expect(page.getByRole("application")).toHaveCount(0);
  }
  await page.goto(`/projects/${slug}/map?tab=coverage`);
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("points are drawn under the policy of the page, and on paper there are lines", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const { page } = owner;
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await openMap(owner, slug, "show=points&as=plot");
  const canvas = page.locator(".map-canvas[data-drawn]");
  await expect(canvas).toBeVisible();
  await expect(canvas).toHaveAttribute("aria-label", /Median representativeness/);
  const inked = await canvas.evaluate((element: HTMLCanvasElement) =>
    element
      .getContext("2d")
      ?.getImageData(0, 0, element.width, element.height)
      .data.some((value) => value > 0),
  );
  expect(inked, "the points are painted").toBe(true);
  expect(faults).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect(canvas).toBeHidden();
  await expect(page.locator(".map-frame")).toBeVisible();
  await expect(page.locator(".map-density")).toBeVisible();
  await expect(page.getByRole("button", { name: "Filters" })).toBeHidden();
  await page.emulateMedia({ media: null });
});

test("U14: statuses and cultures are told apart by shape under four deficiencies of sight", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const page = await openMap(owner, slug, "show=points&as=plot");
  await expect(page.locator(".map-canvas[data-drawn]")).toBeVisible();
  const session = await page.context().newCDPSession(page);
  for (const type of ["protanopia", "deuteranopia", "tritanopia", "achromatopsia"] as const) {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type });
    for (const name of ["Statuses", "Cultures"]) {
      const items = page.getByRole("list", { name, exact: true }).getByRole("listitem");
      for (const item of await items.all()) await expect(item).toHaveText(/\w/);
      const marks = await items.locator("svg").all();
      const pictures = await Promise.all(marks.map((mark) => mark.screenshot()));
      const inks = await Promise.all(pictures.map((picture) => inkOf(page, picture)));
      for (const [at, one] of inks.entries())
        for (const other of inks.slice(at + 1)) {
          const differing = one.filter((dark, pixel) => dark !== other[pixel]).length;
          expect.soft(differing, `${name}, ${type}`).toBeGreaterThanOrEqual(12);
        }
    }
  }
  await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
});

/** Which pixels of a small picture are not its ground: the shape without its colour. */
async function inkOf(page: Page, picture: Buffer): Promise<boolean[]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const pen = new OffscreenCanvas(16, 16).getContext("2d");
    if (pen === null) throw new Error("There is no canvas to look at.");
    pen.drawImage(image, 0, 0, 16, 16);
    const { data } = pen.getImageData(0, 0, 16, 16);
    const light = (at: number) => (data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0);
    return Array.from({ length: 256 }, (_, at) => Math.abs(light(at) - light(0)) > 120);
  }, picture.toString("base64"));
}

for (const width of [1440, 1024, 390])
  test(`axe finds nothing on any tab, in both themes, at ${width} px`, async ({ owner, scene, baseURL }) => {
    const { slug } = await scene(rows);
    await waitForScores(owner, slug);
    const { page, context } = owner;
    for (const theme of ["light", "dark"]) {
      await context.addCookies([{ name: "tessera-theme", value: theme, url: baseURL ?? "" }]);
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        "show=points&as=plot&representativenessFrom=0.2",
        "as=table",
        "tab=coverage&as=plot",
        "tab=coverage&as=table",
        "tab=distributions&as=plot",
        "tab=neighbours",
      ]) {
        await page.goto(`/projects/${slug}/map?${query}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        if (query.startsWith("show")) await expect(pane(page).locator(".map-held")).toContainText("of");
        expect.soft(await axeFaults(page), `${query}, ${theme}, ${width}`).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(sideways, `${query}, ${width} scrolls sideways`).toBe(0);
      }
    }
  });
