import type { CDPSession } from "@playwright/test";
import { browseRows } from "./browse-rows.ts";
import { expect, test } from "./fixtures.ts";
import { personOf } from "./person.ts";

async function drag(touch: CDPSession, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  const points = [0, 0.25, 0.5, 0.75, 1].map((part) => ({ x: from.x + by.x * part, y: from.y + by.y * part }));
  for (const [place, point] of points.entries())
    await touch.send("Input.dispatchTouchEvent", {
      type: place === 0 ? "touchStart" : "touchMove",
      touchPoints: [point],
    });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test("a finger swipes to the next card and back, decides nothing, and every act has a button", async ({
  owner,
  scene,
  browser,
  baseURL,
}) => {
  const { slug } = await scene(browseRows(3));
  const context = await browser.newContext({
    baseURL,
    storageState: await owner.context.storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = await personOf(context, baseURL ?? "", owner);
  const left = page.locator(".queue-left");
  const shown = () => new URL(page.url()).searchParams.get("item");
  await page.goto(`/projects/${slug}/triage`);
  await expect(left).toHaveText(/^18 left/);
  await expect.poll(shown).not.toBeNull();
  const first = shown();
  const touch = await context.newCDPSession(page);
  const middle = { x: 200, y: 400 };
  // What hears swipes comes after the page.
  await expect(async () => {
    await drag(touch, middle, { x: -150, y: 12 });
    await expect.poll(shown, { timeout: 1_000 }).not.toBe(first);
  }).toPass({ timeout: 30_000 });
  const second = shown();
  await drag(touch, middle, { x: -40, y: 0 });
  await drag(touch, middle, { x: -80, y: 120 });
  await drag(touch, middle, { x: 150, y: -12 });
  await expect.poll(shown).toBe(first);
  await drag(touch, middle, { x: -150, y: 0 });
  await expect.poll(shown).toBe(second);
  await expect(left).toHaveText(/^18 left/);

  await page.getByRole("button", { name: /^Accept/ }).tap();
  await expect(left).toHaveText(/^17 left/);
  await context.close();
});
