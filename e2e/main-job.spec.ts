import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { createFileValidator } from "#lib/export/validators/file-validator.ts";
import { test } from "./browser-test.ts";
import { ownerEmail, ownerName, password } from "./person.ts";
import { newDataFolder, type Studio, startStudio } from "./studio.ts";

const file = new URL("./fixtures/everyday-life.jsonl", import.meta.url);

// A studio of its own: the way begins at the set-up link, which opens once.
let data: string;
let studio: Studio;
test.beforeAll(async () => {
  data = await newDataFolder();
  studio = await startStudio({ data, fresh: true });
});
test.afterAll(async () => {
  await studio.stop();
  await rm(data, { recursive: true, force: true });
});

const heard = (page: Page) => page.locator("#announcer");
const question = (page: Page) => page.getByRole("region", { name: "Question" }).getByRole("heading");
const goTo = (page: Page, title: string) =>
  page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: title }).click();

test("from the set-up link to a file that a tuning tool takes as it is", async ({ page }) => {
  test.setTimeout(120_000);

  await test.step("the set-up link makes the owner's account", async () => {
    await page.goto(studio.setUpLink ?? "");
    await page.getByLabel("Name").fill(ownerName);
    await page.getByLabel("E-mail").fill(ownerEmail);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  });

  await test.step("who signed out signs in again", async () => {
    await page.getByRole("button", { name: `${ownerName}: account` }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel("E-mail").fill(ownerEmail);
    await page.getByLabel("Password").fill("three loud stones");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.locator("main").getByRole("alert")).toBeVisible();
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/projects$/);
  });

  await test.step("a project is made", async () => {
    await page.getByRole("link", { name: "New project" }).first().click();
    await page.getByLabel("Name").fill("Everyday courtesies");
    await expect(page.getByLabel("Address")).toHaveValue("everyday-courtesies");
    await page.getByLabel("What it is for").fill("How people host, eat, ask and decline, in their own words.");
    await page.getByRole("button", { name: "Make the project" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Everyday courtesies" })).toBeVisible();
  });

  await test.step("a file is dropped and its rows are judged", async () => {
    await goTo(page, "Import");
    const dropped = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "everyday-life.jsonl"));
        return transfer;
      },
      await readFile(file, "utf8"),
    );
    await page.getByText("Choose a file, or drop it here").dispatchEvent("drop", { dataTransfer: dropped });
    await expect(page.getByRole("heading", { name: "106 rows read" })).toBeVisible({ timeout: 60_000 });
    const causes = page.getByRole("region", { name: "Left out, by cause" }).getByRole("listitem");
    await expect(causes.filter({ hasText: "E_JSON" })).toContainText("21");
    await expect(causes.filter({ hasText: "E_EMPTY" })).toContainText("42");
    await expect(page.getByRole("button", { name: "Import 102, leave out 4" })).toBeEnabled();
  });

  await test.step("the unknown culture is decided", async () => {
    await page.getByLabel("What to do with Andean highlands").selectOption({ label: "Make it a culture" });
    await expect(page.getByText("8 labels known already")).toBeHidden();
    await page.getByRole("button", { name: "Import 104, leave out 2" }).click();
    const sums = page.getByRole("table", { name: "Rows read, and what became of them" });
    await expect(sums.getByRole("row", { name: /^new/ })).toContainText("104", { timeout: 60_000 });
    await expect(sums.getByRole("row", { name: /^read/ })).toContainText("106");
  });

  await test.step("the grid shows both scores", async () => {
    await goTo(page, "Browse");
    await page.getByRole("button", { name: /^United States/ }).click();
    const row = page.getByRole("grid").getByRole("row").filter({ hasText: "How is a teacher addressed at school?" });
    await expect(async () => {
      await page.reload();
      await expect(row.locator(".score b")).toHaveText([/^(\.\d\d|1)$/, /^(\.\d\d|1)$/], { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
  });

  const edited = "This answer was mended by hand. 🌿";
  const { rejected } = await test.step("ten are decided by keyboard, one of them edited", async () => {
    await goTo(page, "Triage");
    await expect(question(page)).toBeVisible();
    const left: string[] = [];
    for (const [index, key] of [..."aaxsaxaeta"].entries()) {
      const before = await question(page).textContent();
      if (key === "t") {
        await page.keyboard.press("t");
        const box = page.getByRole("combobox", { name: "Find a tag" });
        await expect(box).toBeFocused();
        await box.pressSequentially("generos");
        await expect(page.getByRole("listbox", { name: "Tags" }).getByRole("option").first()).toContainText(
          "Generosity",
        );
        await page.keyboard.press("Enter");
        await page.keyboard.press("Escape");
        await expect(page.locator(".tags .chip")).toHaveCount(1);
        await page.keyboard.press("a");
      } else if (key === "e") {
        await page.keyboard.press("e");
        const field = page.getByRole("textbox", { name: "Assistant" });
        await expect(field).toBeFocused();
        await field.fill(edited);
        await page.keyboard.press("Control+Enter");
      } else {
        await page.keyboard.press(key);
        if (key === "x") {
          left.push(before ?? "");
          await page.keyboard.press("1");
        }
      }
      await expect(question(page), `decision ${index + 1}`).not.toHaveText(before ?? "");
    }
    return { rejected: left };
  });

  await test.step("the last one is undone, across a reload", async () => {
    await page.reload();
    await expect(question(page)).toBeVisible();
    await page.keyboard.press("z");
    await expect(heard(page)).toHaveText("Undone.");
    await goTo(page, "Browse");
    await page.getByRole("button", { name: /^Accepted/ }).click();
    // Six accepted and one edited and accepted, one of them taken back.
    await expect(page.getByRole("status").filter({ hasText: "of" })).toHaveText("6 of 104");
  });

  await test.step("what the list shows is exported, downloaded and valid", async () => {
    await page.getByRole("link", { name: "Export this" }).click();
    await page.getByLabel("OpenAI chat").check();
    await page.getByRole("button", { name: "Export 6" }).click();
    const link = page.getByRole("link", { name: "everyday-courtesies.openai-chat.jsonl" });
    await expect(link).toBeVisible({ timeout: 60_000 });
    const bytes = await download(page, "everyday-courtesies.openai-chat.jsonl");
    const validator = createFileValidator("openai-chat");
    validator.push(bytes);
    const found = validator.end();
    expect(found.lines).toBe(6);
    // Six lines are fewer than the ten which that consumer wants before it starts; nothing else may be wrong.
    expect(found.errors.filter(({ code }) => code !== "too-few-examples")).toEqual([]);
    const text = bytes.toString("utf8");
    expect(text).toContain(edited);
    for (const asked of rejected) expect(text).not.toContain(JSON.stringify(asked).slice(1, -1));
    const manifest = JSON.parse(
      (await download(page, "everyday-courtesies.openai-chat.manifest.json")).toString("utf8"),
    );
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(manifest.filter).toEqual({ status: ["accepted"] });
    expect(manifest.rows).toBe(6);
    expect(manifest.files).toContainEqual({
      name: "everyday-courtesies.openai-chat.jsonl",
      bytes: bytes.length,
      sha256,
      rows: 6,
    });
    await expect(page.getByText(sha256)).toBeVisible();
  });
});

async function download(page: Page, name: string): Promise<Buffer> {
  const [arriving] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  expect(arriving.suggestedFilename()).toBe(name);
  return readFile(await arriving.path());
}
