import type { Page } from "@playwright/test";
import { browseRows, cursorRow, links, panel } from "./browse-rows.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { changeProject } from "./person.ts";

const heard = (page: Page) => page.locator("#announcer");
const badge = (page: Page) => page.locator("#bar-slot");
const opened = (page: Page) => new URL(page.url()).searchParams.get("peek") ?? "";

/** The conversation as the server has it. */
async function cardOf(person: Person, slug: string, id: string) {
  const { conversation } = await person.call("GET", `/projects/${slug}/conversations/${id}`);
  return conversation as {
    status: string;
    turns: { content: string }[];
    revisions: { rewritten: boolean }[];
    decisions: { kind: string; reason: string | null; ratings: Record<string, number> | null }[];
    comments: { body: string }[];
  };
}

test("the panel of Browse is the card of Triage: it rates, edits, comments and gives reasons by the same keys", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(browseRows(4));
  const { page } = owner;
  await changeProject(owner, slug, { ratings: ["importance", "plausibility"] });
  await page.goto(`/projects/${slug}/browse?culture=us`);
  await links(page).first().click();
  await expect(panel(page).getByRole("toolbar", { name: "Decide" })).toBeVisible();

  await test.step("an edit with its live difference, called a rewriting, changes the row", async () => {
    const id = opened(page);
    // What hears the keys comes after the card is drawn; the same rating twice is one rating.
    await expect(async () => {
      await page.keyboard.press("4");
      await expect(heard(page)).toHaveText(/^importance 4 of 5\./, { timeout: 1_000 });
    }).toPass();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("2");
    await expect(heard(page)).toHaveText("plausibility 2 of 5.");
    await page.keyboard.press("e");
    const asked = panel(page).getByRole("textbox", { name: "User" });
    await expect(panel(page).getByRole("textbox", { name: "Assistant" })).toBeFocused();
    await asked.fill("Who pours the tea, and when?");
    await expect(panel(page).locator("ins").first()).toBeVisible();
    const rewritten = panel(page).getByRole("checkbox", { name: /^This reads as a rewrite: \d+\s?% is new/ });
    await rewritten.check();
    await asked.press("Control+Enter");
    await expect(heard(page)).toHaveText("Edited and accepted.");
    await expect(page.getByRole("grid").getByRole("link", { name: "Who pours the tea, and when?" })).toBeVisible();
    // One goes on to the next row, as in Triage.
    await expect.poll(() => opened(page)).not.toBe(id);
    await expect(badge(page)).toHaveText("");
    expect(await cardOf(owner, slug, id)).toMatchObject({
      status: "accepted",
      turns: [{ content: "Who pours the tea, and when?" }, {}],
      revisions: [{ rewritten: false }, { rewritten: true }],
      decisions: [{ kind: "accept", ratings: { importance: 4, plausibility: 2 } }],
    });
    await page.keyboard.press("z");
    await expect(heard(page)).toHaveText("Undone.");
    await expect.poll(() => opened(page)).toBe(id);
    await expect(page.getByRole("grid").getByRole("link", { name: "Who pours the tea, and when?" })).toHaveCount(0);
    await expect(badge(page)).toHaveText("");
    expect(await cardOf(owner, slug, id)).toMatchObject({ status: "pending", decisions: [] });
  });

  await test.step("a comment made without a connection waits in the outbox, counted, and outlives a reload", async () => {
    const id = opened(page);
    const isComment = (url: URL) => url.pathname.endsWith("/comments");
    await page.route(isComment, (route) => route.abort());
    await page.keyboard.press("m");
    const field = panel(page).getByRole("textbox", { name: "Comment" });
    await expect(field).toBeFocused();
    await field.fill("صرف لاہور میں؟");
    await field.press("Control+Enter");
    await expect(badge(page)).toHaveText("Offline · 1 kept here");
    await expect(panel(page).getByText("kept here until it can be sent")).toBeVisible();
    expect((await cardOf(owner, slug, id)).comments).toEqual([]);
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    await expect(badge(page)).toHaveText("Offline · 1 kept here");
    await page.unroute(isComment);
    await expect(badge(page)).toHaveText("", { timeout: 60_000 });
    await expect(panel(page).getByRole("region", { name: "Comments" })).toContainText("صرف لاہور میں؟");
    expect((await cardOf(owner, slug, id)).comments).toMatchObject([{ body: "صرف لاہور میں؟" }]);
  });

  await test.step("a rejection with its reason", async () => {
    const id = opened(page);
    await page.keyboard.press("x");
    await page.keyboard.press("2");
    await expect(heard(page)).toHaveText("Rejected.");
    await expect(badge(page)).toHaveText("");
    const { decisions } = await cardOf(owner, slug, id);
    expect(decisions).toMatchObject([{ kind: "reject" }]);
    expect(decisions[0]?.reason).not.toBeNull();
    await expect(cursorRow(page)).toBeVisible();
  });
});
