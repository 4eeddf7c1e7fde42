import { test as base } from "@playwright/test";

/**
 * Playwright's test with a browser that is started once more when it crashes while it starts, as the packaged Chromium does now
 * and then on a busy machine: nothing of a journey has happened by then.
 */
export const test = base.extend<object, object>({
  browser: [
    async ({ playwright, browserName }, use) => {
      const type = playwright[browserName];
      const browser = await type.launch().catch(() => type.launch());
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 0 },
  ],
});
