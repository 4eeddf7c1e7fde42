import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser.ts";

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  forbidOnly: true,
  // A busy machine makes a rare race show once in thousands of steps. CI names it flaky in its report, to be mended; it does not
  // hold back a change that has nothing to do with it.
  retries: process.env.CI === undefined ? 0 : 1,
  // More would only wait for each other: a studio, its worker and PostgreSQL run beside the browsers.
  workers: 2,
  // A limit ends what hangs. On a machine that others use too, all takes many times as long, and no test asserts on time.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: "line",
  use: {
    headless: true,
    actionTimeout: 45_000,
    // The pages as they stood are enough; to film them takes a third of a core for each browser.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: { executablePath, args },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
