import { axeFaults } from "./axe-faults.ts";
import { browseRows, links, panel } from "./browse-rows.ts";
import { expect, test } from "./fixtures.ts";

test("Browse has no faults that axe can find with its panel, its acts and its menus open", async ({
  owner,
  scene,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const { slug } = await scene(browseRows(4));
  const { page, context } = owner;
  const check = async (state: string) => {
    expect(await axeFaults(page), state).toEqual([]);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${state} scrolls sideways`).toBe(0);
  };
  for (const [theme, width] of [
    ["light", 1440],
    ["dark", 1024],
    ["light", 390],
  ] as const) {
    const view = `${theme} ${width}`;
    await context.addCookies([{ name: "tessera-theme", value: theme, url: baseURL ?? "" }]);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/projects/${slug}/browse?culture=-us`);
    await links(page).first().click();
    await expect(panel(page).getByRole("toolbar", { name: "Decide" })).toBeVisible();
    await expect(panel(page).getByRole("heading").first()).toBeVisible();
    await check(`panel, ${view}`);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await page.keyboard.press("x");
    await expect(page.getByRole("region", { name: "Selected" })).toBeVisible();
    await check(`selected, ${view}`);
    await page.keyboard.press("Shift+A");
    await expect(page.getByRole("button", { name: "Accept 1" })).toBeVisible();
    await check(`preview, ${view}`);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Views" }).click();
    await expect(page.getByRole("textbox", { name: "Name of the view" })).toBeVisible();
    await check(`views, ${view}`);
    await page.keyboard.press("Escape");
    if (width === 1440) continue;
    await page.getByRole("button", { name: "Filters" }).click();
    await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
    await check(`drawer, ${view}`);
  }
});
