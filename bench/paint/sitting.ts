import type { Page } from "@playwright/test";
import { waitFor } from "../timing.ts";
import { type Paint, paintOf } from "./probe.ts";

const question = (page: Page) => page.getByRole("region", { name: "Question" }).getByRole("heading");

export async function openTriage(page: Page, slug: string): Promise<void> {
  await page.goto(`/projects/${slug}/triage`);
  await question(page).waitFor({ timeout: 60_000 });
}

/** Accepts cards by the keyboard; each press waits for the next card and then `pause` milliseconds. */
export async function decideMany(page: Page, count: number, pause: number): Promise<(Paint | null)[]> {
  const paints: (Paint | null)[] = [];
  for (let each = 0; each < count; each++) {
    await waitFor(pause);
    paints.push(await paintOf(page, "card", () => page.keyboard.press("a")));
  }
  return paints;
}

/** The reference: a key that nothing is bound to, on the same page. */
export async function pressNothing(page: Page, count: number, pause: number): Promise<(Paint | null)[]> {
  const paints: (Paint | null)[] = [];
  for (let each = 0; each < count; each++) {
    await waitFor(pause);
    paints.push(await paintOf(page, "nothing", () => page.keyboard.press("F8")));
  }
  return paints;
}

/** Makes every decision and claim wait before it goes to the server. Returns what ends that. */
export async function delayWrites(page: Page, milliseconds: number): Promise<() => Promise<void>> {
  const isWrite = (url: URL) => /\/(claims|decisions)$/.test(url.pathname);
  await page.route(isWrite, async (route) => {
    await waitFor(milliseconds);
    // The page may be gone by then.
    await route.continue().catch(() => undefined);
  });
  return () => page.unroute(isWrite);
}

/** Waits until the outbox says that nothing is on its way; false when it does not within a minute. */
export async function outboxEmpties(page: Page): Promise<boolean> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    const words = await page.locator("#bar-slot").textContent();
    if (words?.trim() === "") return true;
    await waitFor(200);
  }
  return false;
}
