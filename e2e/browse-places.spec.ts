import { browseRows, cursorRow, grid, links, listed, panel, shown } from "./browse-rows.ts";
import { expect, test } from "./fixtures.ts";
import { importFile } from "./person.ts";

const rows = browseRows(12);

test("U19: a shared view and a copied address show a colleague the same", async ({ owner, scene }) => {
  const { slug, member } = await scene(rows);
  const amina = owner.page;
  await amina.goto(`/projects/${slug}/browse?culture=pk,-us&sort=culture.ascending,updated.descending`);
  await amina.getByRole("button", { name: "Columns" }).click();
  await amina.getByRole("checkbox", { name: "Identifier" }).check();
  await amina.keyboard.press("Escape");
  await amina.getByRole("button", { name: "Views" }).click();
  await amina.getByRole("textbox", { name: "Name of the view" }).fill("شادیاں");
  await amina.getByRole("checkbox", { name: "Share with the project" }).check();
  await amina.getByRole("button", { name: "Save view" }).click();
  await expect(amina).toHaveURL(/\?view=[0-9a-f-]{36}$/);
  await links(amina).nth(3).click();
  await expect(panel(amina)).toBeVisible();
  const address = amina.url();
  const seen = await links(amina).allTextContents();

  const bilal = await member("Bilal Raza", "viewer");
  await bilal.page.goto(address);
  await expect(panel(bilal.page)).toBeVisible();
  expect(await links(bilal.page).allTextContents()).toEqual(seen);
  await expect(bilal.page.getByRole("columnheader", { name: "Identifier" })).toBeVisible();
  await expect(panel(bilal.page).getByRole("heading").first()).toHaveText(seen[3] ?? "");
  await expect(panel(bilal.page).getByText("deciding needs the role of an annotator")).toBeVisible();

  await bilal.page.goto(`/projects/${slug}/browse`);
  await bilal.page.getByRole("button", { name: "Views" }).click();
  await bilal.page
    .getByRole("region", { name: "Shared" })
    .getByRole("button", { name: /^شادیاں/ })
    .click();
  await expect(shown(bilal.page)).toHaveText("12 of 72");

  await amina.getByRole("button", { name: "Close", exact: true }).click();
  await amina.getByRole("button", { name: "Views" }).click();
  await amina.getByRole("button", { name: "Change شادیاں" }).click();
  await amina.getByRole("button", { name: "Delete" }).click();
  await amina.getByRole("button", { name: "Undo" }).click();
  await expect(amina.getByRole("region", { name: "Shared" }).getByRole("button", { name: /^شادیاں/ })).toBeVisible();
});

test("Browse opens with the view of one's role, and an address says when it shall not", async ({ owner, scene }) => {
  const { slug, member } = await scene(rows);
  const amina = owner.page;
  await amina.goto(`/projects/${slug}/browse?culture=pk`);
  await amina.getByRole("button", { name: "Views" }).click();
  await amina.getByRole("textbox", { name: "Name of the view" }).fill("باكستان");
  await amina.getByRole("checkbox", { name: "Share with the project" }).check();
  await amina.getByRole("button", { name: "Save view" }).click();
  await expect(amina).toHaveURL(/view=/);
  await amina.getByRole("button", { name: "Views" }).click();
  await amina.getByRole("button", { name: "Change باكستان" }).click();
  await amina
    .getByRole("group", { name: "Browse opens with it for" })
    .getByRole("checkbox", { name: "Viewers" })
    .check();
  await expect(amina.getByText("opens first for viewers")).toBeVisible();

  const bilal = (await member("Bilal Raza", "viewer")).page;
  await bilal.goto(`/projects/${slug}/browse`);
  await expect(bilal).toHaveURL(/\?view=[0-9a-f-]{36}$/);
  await expect(shown(bilal)).toHaveText("12 of 72");
  await bilal.getByRole("button", { name: /^Remove .*Pakistan/ }).click();
  await expect(shown(bilal)).toHaveText("72 of 72");
  await expect(bilal).toHaveURL(/\?view=none$/);
  await bilal.reload();
  await expect(shown(bilal)).toHaveText("72 of 72");

  // Whose role has no view of its own finds everything.
  await amina.goto(`/projects/${slug}/browse`);
  await expect(shown(amina)).toHaveText("72 of 72");
  await expect(amina).toHaveURL(/browse$/);
});

test("U17: the end, three steps back, and a reload come to where one was", async ({ owner, scene }) => {
  const { slug } = await scene(browseRows(90));
  const { page } = owner;
  const order = await listed(owner, slug, "sort=added.ascending");
  await page.goto(`/projects/${slug}/browse`);
  await expect(shown(page)).toHaveText("540 of 540");
  await links(page).first().focus();
  await page.keyboard.press("End");
  await expect(cursorRow(page)).toHaveAttribute("data-place", "539");
  await expect(cursorRow(page).getByRole("link")).toHaveText(order[0]?.question ?? "");
  await page.keyboard.press("Home");
  await expect(cursorRow(page)).toHaveAttribute("data-place", "0");

  await page.locator(".data-grid").evaluate((element) => element.scrollTo({ top: 44 * 300 }));
  await expect(grid(page).locator("[data-place='300']")).toBeVisible();
  await grid(page).locator("[data-place='303']").getByRole("link").focus();
  const scrolled = () => page.locator(".data-grid").evaluate((element) => element.scrollTop);
  const before = await scrolled();
  const culture = page.getByRole("region", { name: "Culture" });
  for (const name of [/^Japan/, /^Morocco/, /^Thailand/]) await culture.getByRole("button", { name }).click();
  await expect(shown(page)).toHaveText("270 of 540");
  expect(await scrolled()).toBe(0);
  for (const words of ["180 of 540", "90 of 540", "540 of 540"]) {
    await page.goBack();
    await expect(shown(page)).toHaveText(words);
  }
  await expect.poll(scrolled).toBe(before);
  await expect(cursorRow(page)).toHaveAttribute("data-place", "303");
  await page.reload();
  await expect.poll(scrolled, { timeout: 60_000 }).toBe(before);
  await expect(cursorRow(page)).toHaveAttribute("data-place", "303");
});

test("U18: a thousand rows arrive while the cursor is on row 40, and nothing moves until it is asked for", async ({
  owner,
  scene,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.clock.install();
  await page.goto(`/projects/${slug}/browse`);
  await links(page).first().focus();
  for (let press = 0; press < 40; press += 1) await page.keyboard.press("ArrowDown");
  const question = await cursorRow(page).getByRole("link").textContent();
  const place = () => cursorRow(page).evaluate((element) => element.getBoundingClientRect().top);
  const before = await place();

  const more = browseRows(167).map((row) => ({ ...row, id: `more-${row.id}` }));
  const bytes = Buffer.from(more.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await importFile(owner, baseURL ?? "", slug, { name: "more.jsonl", bytes });
  await page.clock.fastForward(16_000);
  const news = page.getByRole("button", { name: /\+ new$/ });
  await expect(news).toContainText("1\u202f000+ new", { timeout: 60_000 });
  expect(await place()).toBe(before);
  expect(await cursorRow(page).getByRole("link").textContent()).toBe(question);

  await page.keyboard.press("r");
  await expect(shown(page)).toHaveText("1\u202f074 of 1\u202f074", { timeout: 60_000 });
  await expect(cursorRow(page)).toHaveAttribute("data-place", "1042");
  expect(await cursorRow(page).getByRole("link").textContent()).toBe(question);
  expect(Math.abs((await place()) - before)).toBeLessThan(1);
});

test("a curator filters, selects, rejects and takes back without a mouse", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse`);
  await page.keyboard.press("/");
  await page.keyboard.type("culture:ma");
  await page.keyboard.press("Enter");
  await expect(shown(page)).toHaveText("12 of 72");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(cursorRow(page)).toHaveAttribute("data-place", "1");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.keyboard.press("Shift+A");
  const accept = page.getByRole("button", { name: "Accept 3" });
  await expect(accept).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".result")).toContainText("3 accepted.");
  await page.keyboard.press("Escape");
  await expect(page.getByText("selected")).toHaveCount(0);
  await page.locator(".result").getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.locator(".result")).toContainText("3 taken back.");
});

test("nothing that matches says which filter took the most, and drops it", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse?culture=jp&status=rejected`);
  await expect(page.getByText("Without Rejected, 12 would.")).toBeVisible();
  await page.getByRole("button", { name: "Drop Rejected, show 12" }).click();
  await expect(shown(page)).toHaveText("12 of 72");
  await expect(page).toHaveURL(/\?culture=jp$/);
});
