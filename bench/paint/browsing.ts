import type { Locator, Page } from "@playwright/test";
import { waitFor } from "../timing.ts";
import { type Look, type Paint, paintOf } from "./probe.ts";

const rounds = 8;
const pause = 400;
/** Words of the made-up texts, from common to rare; each is sought once. */
const words = ["tea", "rice", "bread", "gift", "coffee", "lantern", "honey", "umbrella"];

type Paints = (Paint | null)[];

export async function openBrowse(page: Page, slug: string): Promise<void> {
  await page.goto(`/projects/${slug}/browse`);
  await page.locator(".data-row").first().waitFor({ timeout: 120_000 });
  await waitFor(1000);
}

/** What one does in Browse, press by press. What the page does not have is left out and said. */
export async function measureBrowsing(page: Page, slug: string): Promise<Record<string, Paints>> {
  const found: Record<string, Paints> = {};
  const series = async (name: string, look: Look, presses: readonly (() => Promise<unknown>)[]) => {
    const paints: Paints = [];
    for (const press of presses) {
      await waitFor(pause);
      paints.push(await paintOf(page, look, press));
    }
    found[name] = paints;
  };
  const there = async (what: string, locator: Locator) => {
    if ((await locator.count()) > 0) return true;
    console.log(`${what}: not there`);
    return false;
  };
  const repeat = (press: () => Promise<unknown>) => Array.from({ length: rounds }, () => press);

  await openBrowse(page, slug);
  const choices = page.getByRole("group", { name: "Filters" }).first().locator("button.facet-choice");
  if (await there("facets", choices)) {
    const first = Math.min(await choices.count(), rounds / 2);
    const presses = Array.from({ length: first }, (_, at) => () => choices.nth(at).click());
    await series("facet pressed → rows", "rows", presses);
    await openBrowse(page, slug);
  }
  const sorts = page.locator('[role="columnheader"] button.sort');
  if (await there("sorting heads", sorts)) {
    const count = await sorts.count();
    await series(
      "head pressed → rows sorted",
      "rows",
      Array.from({ length: rounds }, (_, at) => () => sorts.nth(at % count).click()),
    );
    await openBrowse(page, slug);
  }
  const thumb = page.locator('[role="columnheader"]').getByRole("slider", { name: /lowest$/ });
  if (await there("histogram", thumb)) {
    await thumb.first().focus();
    const step = () => page.keyboard.press("ArrowRight");
    await series("histogram step → thumb", "thumb", repeat(step));
    await waitFor(2000);
    await thumb.first().focus();
    await series("histogram step → rows, after a rest of 250 ms", "rows", repeat(step));
    await openBrowse(page, slug);
  }
  const field = page.getByRole("searchbox", { name: /^Search/ });
  if (await there("search", field)) {
    const paints: Paints = [];
    for (const word of words) {
      await openBrowse(page, slug);
      await field.fill(word);
      paints.push(await paintOf(page, "rows", () => field.press("Enter")));
    }
    found["search entered → rows"] = paints;
    await openBrowse(page, slug);
  }
  await page.locator(".data-row a").first().focus();
  await series(
    "next row (J)",
    "row",
    repeat(() => page.keyboard.press("j")),
  );
  const panel = page.locator('aside[aria-label^="Conversation"]');
  await page.keyboard.press("Enter");
  // The panel is fetched when it is first opened; from then on it is there.
  await waitFor(2000);
  if (!(await there("panel beside the list", panel))) return found;
  const opened: Paints = [];
  for (let round = 0; round < rounds; round++) {
    await page.keyboard.press("Escape");
    await waitFor(pause);
    await page.keyboard.press("j");
    await waitFor(pause);
    opened.push(await paintOf(page, "peek", () => page.keyboard.press("Enter")));
  }
  found["panel opened (Enter)"] = opened;
  await series(
    "next row (J) → panel shows it",
    "peek",
    repeat(() => page.keyboard.press("j")),
  );
  return found;
}
