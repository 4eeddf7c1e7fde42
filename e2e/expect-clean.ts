import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe-faults.ts";
import { sidewaysFaults } from "./look-faults.ts";
import { settle } from "./looks.ts";

/** Holds a page as it stands to axe, and to not scrolling sideways, light and dark, wide and narrow. */
export async function expectClean(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const theme of ["light", "dark"])
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((shown) => {
        document.documentElement.dataset.theme = shown;
      }, theme);
      await settle(page);
      expect.soft(await axeFaults(page), `${theme}, ${width}`).toEqual([]);
      expect.soft(await page.evaluate(sidewaysFaults), `${width}: scrolls sideways`).toEqual([]);
    }
  await page.setViewportSize({ width: 1440, height: 900 });
}
