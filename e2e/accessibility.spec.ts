import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { checkFocus, checkLooks } from "./looks.ts";
import { type Stage, test } from "./stage.ts";
import {
  acts,
  arranged,
  aside,
  bringAbout,
  browse,
  compare,
  doors,
  files,
  leaks,
  map,
  projects,
  runs,
  type State,
  triage,
} from "./states.ts";

async function checkAll(page: Page, states: readonly State[], stage: Stage): Promise<void> {
  for (const state of states)
    await test.step(state.name, async () => {
      await bringAbout(page, state, stage);
      await checkLooks(page, state.name, state.at);
      if (state.hasMainAction) await expect.soft(page.locator(".button.main").first(), state.name).toBeAttached();
      await state.after?.(page, stage);
    });
}

test.describe.configure({ mode: "parallel" });

const groups = {
  projects,
  "imports and exports": files,
  settings: arranged,
  Browse: browse,
  "acts in Browse": acts,
  Triage: triage,
  "Triage's panes": aside,
  Compare: compare,
  Map: map,
  Leaks: leaks,
  Runs: runs,
};
for (const [name, states] of Object.entries(groups))
  test(`U10, U12, U13: ${name} in every state, both themes and three widths`, async ({ stage }) => {
    test.setTimeout(600_000);
    await checkAll(stage.page, states, stage);
  });

test("U10, U12, U13: the doors in every state, both themes and three widths", async ({ browser, stage, baseURL }) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({ baseURL, reducedMotion: "reduce" });
  await checkAll(await context.newPage(), doors, stage);
  await context.close();
});

const wide = { width: 1440, height: 900 };
/** What 1280 × 1024 leaves at 400 %. */
const zoomed = { width: 320, height: 256 };

for (const [name, states] of Object.entries(groups))
  test(`U11, U13: ${name}: the focus is seen and never covered, at full size and at 400 %`, async ({ stage }) => {
    test.setTimeout(600_000);
    for (const state of states.filter(({ at }) => at === undefined))
      await test.step(state.name, async () => {
        await bringAbout(stage.page, state, stage);
        for (const size of [wide, zoomed]) {
          const stops = await checkFocus(stage.page, state.name, size);
          expect.soft(stops, state.name).toBeGreaterThanOrEqual(state.stops ?? 2);
        }
        await state.after?.(stage.page, stage);
      });
  });
