import { browseRows, cursorRow, grid, links, listed, panel, shown, stored } from "./browse-rows.ts";
import { expect, test } from "./fixtures.ts";
import { waitForScores } from "./person.ts";

const rows = browseRows(12);

test("filters show, leave out and keep only; the page itself is not loaded anew", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse`);
  await expect(shown(page)).toHaveText("72 of 72");
  await page.evaluate(() => document.body.setAttribute("data-same", "yes"));

  const culture = page.getByRole("region", { name: "Culture" });
  await culture.getByRole("button", { name: /^Japan 日本/ }).click();
  await expect(shown(page)).toHaveText("12 of 72");
  await expect(page).toHaveURL(/\?culture=jp$/);
  // Counts stand under all other filters, so the other cultures still say what they would show.
  await expect(culture.getByRole("button", { name: /^Morocco/ })).toContainText("12");
  await expect(page.getByRole("region", { name: "Status" }).getByRole("button", { name: /^Accepted/ })).toContainText(
    "0",
  );

  await culture.getByRole("button", { name: /^Japan 日本/ }).click({ modifiers: ["Alt"] });
  await expect(page).toHaveURL(/\?culture=-jp$/);
  await expect(shown(page)).toHaveText("60 of 72");
  await expect(page.getByRole("button", { name: "Remove filter not Japan" })).toBeVisible();

  const morocco = culture.getByRole("listitem").filter({ hasText: "Morocco" });
  await morocco.hover();
  await morocco.getByRole("button", { name: /^Leave out Morocco/ }).click();
  await expect(shown(page)).toHaveText("48 of 72");
  await culture.getByRole("button", { name: /^Thailand/ }).press("-");
  await expect(shown(page)).toHaveText("36 of 72");
  await morocco.getByRole("button", { name: /^Only Morocco/ }).click();
  await expect(shown(page)).toHaveText("12 of 72");
  await expect(page).toHaveURL(/\?culture=ma$/);
  expect(await page.evaluate(() => document.body.getAttribute("data-same"))).toBe("yes");

  for (const words of ["36 of 72", "48 of 72", "60 of 72", "12 of 72", "72 of 72"]) {
    await page.goBack();
    await expect(shown(page)).toHaveText(words);
  }
});

test("a score's distribution filters by keys, by a press and by typed numbers", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse`);
  const head = page.getByRole("columnheader", { name: /Representative/ });
  const lowest = head.getByRole("slider", { name: "Representative, lowest" });
  await lowest.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowRight");
  await expect(lowest).toHaveAttribute("aria-valuetext", /^0\.41, \d+ rows?$/);
  await expect(page).toHaveURL(/representativenessFrom=0\.41$/);
  await expect(lowest).toBeFocused();
  const above = (await listed(owner, slug, "representativenessFrom=0.41")).length;
  await expect(shown(page)).toHaveText(`${above} of 72`);

  await head.getByRole("button", { name: "Representative: type two numbers" }).click();
  const fields = page.getByRole("dialog", { name: "Representative: type two numbers" });
  await fields.getByLabel("Representative, from").fill("0.2");
  await fields.getByLabel("Representative, to").fill("0.5");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/representativenessFrom=0\.2&representativenessTo=0\.5$/);
  const between = (await listed(owner, slug, "representativenessFrom=0.2&representativenessTo=0.5")).length;
  await expect(shown(page)).toHaveText(`${between} of 72`);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove filter Representative .20–.50" }).click();

  const bars = head.locator(".bars");
  const box = await bars.boundingBox();
  if (box === null) throw new Error("The bars are not drawn.");
  await page.mouse.move(box.x + box.width * 0.3, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.72, box.y + 10, { steps: 4 });
  await page.mouse.up();
  // Bins 7 to 17 of 24, to the last number before 18 / 24.
  await expect(page).toHaveURL(/representativenessFrom=0\.29166666666666\d*&representativenessTo=0\.7499999999999999$/);

  await page.getByRole("button", { name: /^Remove filter Representative/ }).click();
  await expect(shown(page)).toHaveText("72 of 72");
  const { representativeness } = await owner.call("GET", `/projects/${slug}/facets`);
  const { all } = representativeness as { all: number[] };
  const most = all.indexOf(Math.max(...all));
  await page.mouse.click(box.x + (box.width * (most + 0.5)) / all.length, box.y + 10);
  await expect(shown(page)).toHaveText(`${all[most]} of 72`);
});

test("finds words in Arabic, Chinese and Latin letters, and marks them", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse`);
  const box = page.getByRole("searchbox", { name: "Search the conversations" });
  const search = async (typed: string, found: string) => {
    await expect(async () => {
      await page.goto(`/projects/${slug}/browse`);
      await page.keyboard.press("/");
      await expect(box).toBeFocused();
      await page.keyboard.insertText(typed);
      await page.keyboard.press("Enter");
      await expect(shown(page)).toHaveText(found, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
  };
  // Without its vowel signs, as people type it.
  await search("الشاي", "12 of 72");
  await expect(grid(page).locator("[lang=ar] mark").first()).toHaveText("الشاي");
  await search("端什么茶", "12 of 72");
  await expect(grid(page).locator("[lang=zh] mark").first()).toHaveText("端什么茶");
  await search('"guest offered" -culture:jp', "12 of 72");
  await expect(page.getByRole("button", { name: "Remove filter not Japan" })).toBeVisible();
  await expect(grid(page).locator("mark").first()).toHaveText("guest offered");
  await page.getByRole("button", { name: "Remove filter “guest offered”" }).click();
  await expect(page).toHaveURL(/\?culture=-jp$/);

  await page.keyboard.press("/");
  await page.keyboard.insertText("colour:red");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "is no filter" })).toBeVisible();
});

test("sorts by two columns, told in heads and in words", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse`);
  const culture = page.getByRole("columnheader", { name: "Culture" });
  const score = page.getByRole("columnheader", { name: /Representative/ });
  await culture.getByRole("button").click();
  await score.getByRole("button", { name: "Representative", exact: true }).click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=culture\.ascending,representativeness\.descending/);
  await expect(culture).toHaveAttribute("aria-sort", "ascending");
  await expect(score).toHaveAttribute("aria-sort", "descending");
  await expect(
    page.getByRole("button", { name: "Sort: Culture, A to Z, then Representative, highest first" }),
  ).toBeVisible();
  const wanted = await listed(owner, slug, "sort=culture.ascending,representativeness.descending");
  await expect(links(page).first()).toHaveText(wanted[0]?.question ?? "");
  await expect(links(page).nth(5)).toHaveText(wanted[5]?.question ?? "");

  await page.getByRole("button", { name: /^Sort: / }).click();
  await page.getByRole("combobox", { name: "Then by: column" }).selectOption("updated");
  await expect(page).toHaveURL(/sort=culture\.ascending,updated\.descending/);
});

test("all that match are rejected at once, conflicts are told, and one undo takes it back", async ({
  owner,
  scene,
}) => {
  const { slug, member } = await scene(browseRows(75));
  const { page } = owner;
  const bilal = await member("Bilal Raza", "annotator");
  await page.goto(`/projects/${slug}/browse?culture=-us`);
  await expect(shown(page)).toHaveText("375 of 450");
  await page.getByRole("checkbox", { name: /^Select the \d+ loaded rows/ }).check();
  await page.getByRole("button", { name: "select all 375 that match" }).click();
  await expect(page.getByText("375 selected")).toBeVisible();
  await page.getByRole("region", { name: "Selected" }).getByRole("button", { name: "Reject" }).click();
  await page.getByRole("region", { name: "Selected" }).getByRole("button", { name: "stereotype" }).click();
  await expect(page.getByText("375 conversations: 375 pending.")).toBeVisible();

  // Frozen when it was prepared: what somebody decides meanwhile is left alone.
  const [first, second] = await listed(owner, slug, "culture=jp");
  for (const row of [first, second])
    await bilal.call("POST", `/projects/${slug}/conversations/${row?.id}/decisions`, {
      expectedVersion: row?.version,
      kind: "accept",
    });
  await page.getByRole("button", { name: "Reject 375" }).click();
  const result = page.locator(".result");
  await expect(result).toContainText("373 rejected, 2 changed meanwhile.", { timeout: 60_000 });
  await expect(grid(page).getByText("Rejected").first()).toBeVisible();

  await result.getByRole("button", { name: "View" }).click();
  await expect(shown(page)).toHaveText("2 of 450");
  await expect(grid(page).getByText("Accepted")).toHaveCount(2);
  await result.getByRole("button", { name: "Undo" }).click();
  await expect(result).toContainText("373 taken back", { timeout: 60_000 });
  expect((await listed(owner, slug, "status=rejected")).length).toBe(0);
  expect((await stored(owner, slug, first?.id ?? "")).status).toBe("accepted");
});

test("the panel follows the rows, and its keys decide and take back", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse`);
  const order = await listed(owner, slug, "");
  await links(page).first().click();
  await expect(panel(page).getByRole("heading", { name: order[0]?.question ?? "" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`peek=${order[0]?.id}`));
  await page.keyboard.press("j");
  await expect(panel(page).getByRole("heading", { name: order[1]?.question ?? "" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`peek=${order[1]?.id}`));

  const top = async () => (await grid(page).locator("[data-place='1']").boundingBox())?.y;
  const before = await top();
  await page.keyboard.press("a");
  await expect(grid(page).locator("[data-place='1']")).toContainText("Accepted");
  expect(await top()).toBe(before);
  await expect.poll(async () => (await stored(owner, slug, order[1]?.id ?? "")).status).toBe("accepted");
  await expect(panel(page).getByRole("heading", { name: order[2]?.question ?? "" })).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("2");
  await expect(grid(page).locator("[data-place='2']")).toContainText("Rejected");
  await expect.poll(async () => (await stored(owner, slug, order[2]?.id ?? "")).status).toBe("rejected");
  await page.keyboard.press("z");
  await expect.poll(async () => (await stored(owner, slug, order[2]?.id ?? "")).status).toBe("pending");
  await expect(grid(page).locator("[data-place='2']")).toContainText("Pending");
  await expect(panel(page).getByRole("heading", { name: order[2]?.question ?? "" })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(cursorRow(page)).toHaveAttribute("data-place", "2");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(new RegExp(`triage\\?item=${order[2]?.id}`));
  await page.goBack();
  await expect(grid(page).locator("[data-place='1']")).toContainText("Accepted");
});
