import type { Page } from "@playwright/test";
import { expect, type Person, type Row, test } from "./fixtures.ts";

const rows: Row[] = Array.from({ length: 12 }, (_, at) => ({
  id: `row-${at}`,
  culture: "us",
  language: "en",
  question_key: `q-${at}`,
  question: `When is tea poured? (${at})`,
  answer: `When all are seated. (${at})`,
}));

const heard = (page: Page) => page.locator("#announcer");
const question = (page: Page) => page.getByRole("region", { name: "Question" }).getByRole("heading");
const count = (page: Page) => page.locator(".queue-left");
const itemOf = (page: Page) => new URL(page.url()).searchParams.get("item");
const keysOf = (page: Page) => page.getByRole("dialog", { name: "Keys of Triage" });

async function openTriage({ page }: Person, slug: string): Promise<void> {
  await page.goto(`/projects/${slug}/triage`);
  await expect(question(page)).toBeVisible();
  // The address follows once the card is painted.
  await expect.poll(() => itemOf(page)).not.toBeNull();
}

/** A key press as a keyboard of another layout makes it, where the focus is. */
const press = (page: Page, key: string, code: string, more: object = {}) =>
  page.evaluate(
    (init) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }),
      ),
    { key, code, ...more },
  );

test("U5: keys that belong to an input method do nothing, on the card, in the editor and in the tag box", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await openTriage(owner, slug);
  const item = itemOf(page);
  for (const [key, code] of [
    ["Process", "KeyA"],
    ["ㅁ", "KeyA"],
    ["Process", "KeyX"],
  ] as const)
    await press(page, key, code, { isComposing: true });
  await press(page, "Process", "KeyA", { keyCode: 229 });
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Assistant" })).toBeFocused();
  await press(page, "Enter", "Enter", { isComposing: true, ctrlKey: true });
  await press(page, "Escape", "Escape", { isComposing: true });
  await expect(page.getByRole("textbox", { name: "Assistant" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  const box = page.getByRole("combobox", { name: "Find a tag" });
  await expect(box).toBeFocused();
  await press(page, "Enter", "Enter", { isComposing: true });
  await page.keyboard.type("ax");
  await expect(box).toHaveValue("ax");
  expect(itemOf(page)).toBe(item);
  await expect(count(page)).toHaveText(/^12 left/);
});

test("U6: keys act by their place on Arabic, Hindi, Russian and French keyboards, and help shows what is printed", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.addInitScript(() => {
    const printed = new Map([
      ["KeyA", "q"],
      ["KeyZ", "w"],
    ]);
    Object.defineProperty(navigator, "keyboard", { value: { getLayoutMap: async () => printed } });
  });
  await openTriage(owner, slug);
  let left = 12;
  for (const [key, code] of [
    ["ش", "KeyA"],
    ["ो", "KeyA"],
    ["ф", "KeyA"],
    ["q", "KeyA"],
  ] as const) {
    await press(page, key, code);
    left -= 1;
    await expect(heard(page)).toHaveText(`Accepted. ${left} left.`);
  }
  for (const [key, code, words] of [
    ["ئ", "KeyZ", "Undone."],
    ["ы", "KeyS", `Skipped. ${left} left.`],
  ] as const) {
    await press(page, key, code);
    await expect(heard(page)).toHaveText(words);
    await expect(page.locator("#bar-slot")).toHaveText("");
  }
  await press(page, "؟", "Slash", { shiftKey: true });
  await expect(keysOf(page).getByRole("button", { name: "Change the key of “Accept”, now Q" })).toBeVisible();
  await expect(keysOf(page).getByRole("button", { name: "Change the key of “Undo”, now W" })).toBeVisible();
});

test("U7: a key is changed, a clash is refused, With Alt and Off hold, and all of it lasts", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await openTriage(owner, slug);
  await page.keyboard.press("?");
  const accept = keysOf(page).getByRole("button", { name: /Change the key of “Accept”/ });
  await accept.click();
  await page.keyboard.press("z");
  await expect(keysOf(page).getByRole("alert")).toContainText("“Undo” has this key");
  await page.keyboard.press("Control+w");
  await expect(keysOf(page).getByRole("alert")).toContainText("browser");
  await page.keyboard.press("q");
  await expect(accept).toHaveAccessibleName("Change the key of “Accept”, now Q");
  await page.keyboard.press("Escape");
  await expect(keysOf(page)).toBeHidden();

  await page.reload();
  await expect(question(page)).toBeVisible();
  await expect(page.locator('[data-command="accept"] .key').first()).toHaveText("Q");
  await expect(count(page)).toHaveText(/^12 left/);
  const item = itemOf(page);
  await page.keyboard.press("a");
  await page.keyboard.press("q");
  await expect(heard(page)).toHaveText("Accepted. 11 left.");
  await expect.poll(() => itemOf(page)).not.toBe(item);

  await page.keyboard.press("?");
  await keysOf(page).getByRole("button", { name: "Reset all keys" }).click();
  await expect(accept).toHaveAccessibleName("Change the key of “Accept”, now A");
  await keysOf(page).getByRole("button", { name: "With Alt" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(question(page)).toBeVisible();
  await expect(count(page)).toHaveText(/^11 left/);
  await page.keyboard.press("a");
  await page.keyboard.press("Alt+a");
  await expect(heard(page)).toHaveText("Accepted. 10 left.");

  await page.getByRole("button", { name: "Keys" }).click();
  await keysOf(page).getByRole("button", { name: "Off" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(question(page)).toBeVisible();
  const last = itemOf(page);
  for (const key of ["a", "x", "e", "s", "t", "f", "z", "j", "k", "?"]) await page.keyboard.press(key);
  expect(itemOf(page)).toBe(last);
  await expect(count(page)).toHaveText(/^10 left/);
  await expect(keysOf(page)).toBeHidden();
});
