import type { Page } from "@playwright/test";
import { browseRows } from "./browse-rows.ts";
import { expect, test } from "./fixtures.ts";
import { ownerEmail, password, personOf } from "./person.ts";

/** A keyboard that counts its presses, typed letters and chords each as one, and looks after each where the focus is. */
function keyboardOf(page: Page) {
  let presses = 0;
  const lost: string[] = [];
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
    const where = await page.evaluate(focusFault);
    if (where !== null) lost.push(`after ${key} (press ${presses}): ${where}`);
  };
  return {
    press,
    type: async (text: string) => {
      for (const letter of text) await press(letter);
    },
    presses: () => presses,
    lost,
  };
}

/** What is wrong with where the focus is: no mark around it, or out of sight. On the page itself, the page is what has it. */
function focusFault(): string | null {
  const element = document.activeElement;
  if (element === null || element === document.body || element.matches("main")) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const name = `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}”`;
  if (!element.matches(":focus-visible")) return `${name} does not show the focus`;
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return `${name} has no outline`;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const inSight = right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
  return inSight ? null : `${name} is out of sight`;
}

test("U9: signing in, deciding ten, editing one and exporting take at most ninety presses, the focus in sight", async ({
  scene,
  browser,
  baseURL: address = "",
}) => {
  test.setTimeout(180_000);
  const { slug } = await scene(browseRows(3));
  const context = await browser.newContext({ baseURL: address });
  const { page, call } = await personOf(context, address, { name: "", email: ownerEmail });
  const { press, type, presses, lost } = keyboardOf(page);
  const question = page.getByRole("region", { name: "Question" }).getByRole("heading");
  const left = page.locator(".queue-left");

  await page.goto(`/projects/${slug}`);
  await expect(page).toHaveURL(/sign-in/);
  for (let tabs = 0; tabs < 4 && !(await page.getByLabel("E-mail").evaluate(isFocused)); tabs += 1) await press("Tab");
  await type(ownerEmail);
  await press("Tab");
  await type(password);
  await press("Enter");
  await expect(page.getByRole("link", { name: "Continue triage" }).first()).toBeVisible({ timeout: 60_000 });
  const signedIn = presses();

  const palette = page.getByRole("combobox", { name: "Go to, do, or find" });
  // The page stands before it has come to life; a press that nobody heard is made again, and counted.
  await expect(async () => {
    await press("Control+k");
    await expect(palette).toBeFocused({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await type("tri");
  await press("Enter");
  await expect(question).toBeVisible({ timeout: 60_000 });
  await expect(left).toHaveText(/^18 left/);
  for (const [index, decision] of ["a", "a", "x2", "a", "s", "a", "x1", "a", "a", "a"].entries()) {
    // On a busy machine the next card may be on its way still.
    await expect(question).toBeVisible({ timeout: 60_000 });
    await type(decision);
    await expect(left).toHaveText(new RegExp(`^${17 - index} left`));
  }
  await expect(question).toBeVisible({ timeout: 60_000 });
  await press("e");
  await expect(page.getByRole("textbox", { name: "Assistant" })).toBeFocused();
  await press("Control+End");
  await type(" ok");
  await press("Control+Enter");
  await expect(left).toHaveText(/^7 left/);
  await expect(page.locator("#bar-slot")).toHaveText("");
  const decided = presses();

  await press("Control+k");
  await expect(palette).toBeFocused();
  await type("exp");
  await press("Enter");
  const go = page.getByRole("button", { name: /^Export \d/ });
  await expect(go).toBeVisible({ timeout: 60_000 });
  for (let tabs = 0; tabs < 12 && !(await go.evaluate(isFocused)); tabs += 1) await press("Tab");
  await expect(go).toBeFocused();
  await press("Enter");
  const file = page.getByRole("link", { name: `${slug}.openai-chat.jsonl` });
  await expect(file).toBeVisible({ timeout: 60_000 });
  for (let tabs = 0; tabs < 12 && !(await file.evaluate(isFocused)); tabs += 1) await press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
  expect(download.suggestedFilename()).toBe(`${slug}.openai-chat.jsonl`);

  test.info().annotations.push({
    type: "measured",
    description: `${presses()} presses: ${signedIn} to sign in, ${decided - signedIn} to decide, ${presses() - decided} to export`,
  });
  expect(lost).toEqual([]);
  expect(presses()).toBeLessThanOrEqual(90);
  const { counts } = await call("GET", `/projects/${slug}`);
  expect(counts).toMatchObject({ accepted: 8, rejected: 2 });
  await context.close();
});

const isFocused = (element: Element) => element === document.activeElement;
