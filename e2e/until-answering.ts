import type { Page } from "@playwright/test";

/**
 * Waits until what a page shows is listened to: a page that is only drawn yet loses what is pressed. React notes its listeners
 * on the elements themselves.
 */
export async function untilAnswering(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("button, input, a[href]")].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps")),
    ),
  );
}
