import { browseRows, shown } from "./browse-rows.ts";
import { expect, type Person, test } from "./fixtures.ts";

async function openPalette({ page }: Person) {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find anything" });
  const field = palette.getByRole("combobox", { name: "Go to, do, or find" });
  await expect(field).toBeFocused();
  return { palette, field, options: palette.getByRole("option") };
}

test("U34: the palette opens by Ctrl K, finds pages, filters, conversations and the page's own commands", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(browseRows(2));
  const { page } = owner;
  await page.goto(`/projects/${slug}/triage`);
  const question = page.getByRole("region", { name: "Question" }).getByRole("heading");
  await expect(question).toBeVisible();
  await expect(page.locator(".palette-key")).toHaveText("Ctrl K");
  const item = new URL(page.url()).searchParams.get("item") ?? "";

  await test.step("a command of the page, with its key, run on the card in hand", async () => {
    const { palette, options } = await openPalette(owner);
    await page.keyboard.type("accept");
    const command = options.filter({ hasText: /^Accept/ }).first();
    await expect(command.locator(".key")).toHaveText("A");
    await expect(command).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(palette).toHaveCount(0);
    await expect(page.locator("#announcer")).toHaveText("Accepted. 11 left.");
  });

  await test.step("a page, by a word that is not its name", async () => {
    await openPalette(owner);
    await page.keyboard.type("download");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/export$/);
  });

  await test.step("a culture, by its name without its marks or by its own people's name", async () => {
    await openPalette(owner);
    await page.keyboard.type("日本");
    await expect(page.getByRole("option").first()).toContainText("Japan");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/browse\?culture=jp$/);
    await expect(shown(page)).toHaveText("2 of 12");
  });

  await test.step("words in all conversations", async () => {
    const { options } = await openPalette(owner);
    await page.keyboard.type("سلامی");
    await expect(options.filter({ hasText: "Search the conversations" })).toBeVisible();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(shown(page)).toHaveText("2 of 12");
  });

  await test.step("a conversation, by its id", async () => {
    await openPalette(owner);
    await page.keyboard.insertText(item);
    await expect(page.getByRole("option", { name: "Open the conversation" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/triage\\?item=${item}$`));
  });

  await test.step("Escape closes it, and what was asked last stands first", async () => {
    const { palette, options } = await openPalette(owner);
    await expect(options.first()).not.toContainText("Search the conversations");
    await page.keyboard.press("Escape");
    await expect(palette).toHaveCount(0);
  });
});

test("on a Mac the key cap of the palette says ⌘K", async ({ browser, baseURL }) => {
  const userAgent =
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0";
  const context = await browser.newContext({ baseURL, storageState: process.env.TESSERA_E2E_OWNER, userAgent });
  const page = await context.newPage();
  await page.goto("/projects");
  await expect(page.locator(".palette-key")).toHaveText("⌘K");
  await page.keyboard.press("Meta+k");
  await expect(page.getByRole("combobox", { name: "Go to, do, or find" })).toBeFocused();
  await context.close();
});
