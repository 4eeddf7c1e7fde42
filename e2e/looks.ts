import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe-faults.ts";
import { clippedText, focusFaults, sidewaysFaults, smallTargets } from "./look-faults.ts";

/** Rows after the first dozen are made as those before them; to look at each would take minutes. */
const alike = [".data-row:nth-child(n + 13)", "main tbody > tr:nth-child(n + 13)", "main li:nth-child(n + 25)"];
const themes = ["light", "dark"] as const;

/** What a page must be whole at: a wide window, a tablet, a phone, and 1280 pixels at 400 %. */
export const widths = [1440, 768, 320] as const;
export type Width = (typeof widths)[number];

/** The spacing of text that WCAG 1.4.12 says a reader may set. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Looks at what is shown, in both themes and in each of the widths, and notes every fault. The state must outlive a change of width. */
export async function checkLooks(page: Page, name: string, at: readonly Width[] = widths): Promise<void> {
  for (const width of at) {
    await page.setViewportSize({ width, height: 900 });
    await settle(page);
    const view = `${name} at ${width}`;
    for (const theme of themes) await checkAxe(page, theme, view);
    expect.soft(await page.evaluate(sidewaysFaults), `${view}: scrolls sideways`).toEqual([]);
    expect.soft(await page.evaluate(smallTargets), `${view}: targets under 24 px`).toEqual([]);
    if (width !== 768) await checkSpacing(page, view);
  }
}

async function checkAxe(page: Page, theme: (typeof themes)[number], view: string): Promise<void> {
  await page.evaluate((shown) => {
    document.documentElement.dataset.theme = shown;
  }, theme);
  // The themes differ in the values of colours and in nothing else, so in the second only colours are looked at.
  const look = theme === "light" ? {} : { rules: ["color-contrast", "link-in-text-block"] };
  expect.soft(await axeFaults(page, { without: alike, ...look }), `${view}, ${theme}: axe`).toEqual([]);
}

/** With wider spacing nothing may be cut off that was not before. */
async function checkSpacing(page: Page, view: string): Promise<void> {
  const before = await page.evaluate(clippedText);
  const style = await page.evaluateHandle((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  }, spacing);
  await settle(page);
  const after = await page.evaluate(clippedText);
  const sideways = await page.evaluate(sidewaysFaults);
  await style.evaluate((sheet) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  expect
    .soft(
      after.filter((text) => !before.includes(text)),
      `${view}: lost with wide spacing`,
    )
    .toEqual([]);
  expect.soft(sideways, `${view}: scrolls sideways with wide spacing`).toEqual([]);
}

/** Steps with Tab through all that takes the focus: it must be seen, and nothing may lie over it. Returns how many there were. */
export async function checkFocus(page: Page, name: string, size: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(size);
  await settle(page);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const met of document.querySelectorAll("[data-met]")) met.removeAttribute("data-met");
    getSelection()?.removeAllRanges();
  });
  const faults: string[] = [];
  let met = 0;
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(focusFaults);
    if (found === "outside") continue;
    if (found === "again") break;
    met += 1;
    faults.push(...found);
  }
  expect.soft(faults, `${name} at ${size.width}×${size.height}: focus`).toEqual([]);
  return met;
}

/** Waits until the page has been laid out anew and its letters are there. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
