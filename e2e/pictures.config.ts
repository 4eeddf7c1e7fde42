import { defineConfig } from "@playwright/test";
import base from "../playwright.config.ts";

/** The pictures of the documentation, made anew: `npx playwright test --config e2e/pictures.config.ts`. Not a test. */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "pictures.ts",
  globalSetup: "./global-setup.ts",
  outputDir: "../test-results",
  workers: 1,
});
