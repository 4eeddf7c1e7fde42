import type { Page } from "@playwright/test";
import { expect, test as plain } from "./fixtures.ts";
import { settle } from "./looks.ts";
import { test } from "./stage.ts";
import { bringAbout, browse, projects, triage } from "./states.ts";

const ground = { light: "rgb(249, 250, 249)", dark: "rgb(19, 26, 30)" } as const;
const other = { light: "dark", dark: "light" } as const;

declare global {
  interface Window {
    frames_: { at: number; ground: string }[];
  }
}

/** Notes the ground of the page at every frame from the very first. */
async function noteFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.frames_ = [];
    const note = (at: number) => {
      if (document.documentElement !== null)
        window.frames_.push({ at, ground: getComputedStyle(document.documentElement).backgroundColor });
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

/** The grounds that were painted, in order, each once. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const first = performance.getEntriesByName("first-paint")[0]?.startTime ?? 0;
    const seen = window.frames_.filter(({ at }) => at >= first).map(({ ground }) => ground);
    return seen.filter((each, place) => each !== seen[place - 1]);
  });

for (const theme of ["light", "dark"] as const)
  plain(
    `U30: a hard reload in the ${theme} paints no frame of the other theme, and the switch none of a third`,
    async ({ owner, baseURL: address = "" }) => {
      const { page, context } = owner;
      // The reader's machine wants the opposite of what the reader chose.
      await page.emulateMedia({ colorScheme: other[theme], reducedMotion: "reduce" });
      await context.addCookies([{ name: "tessera-theme", value: theme, url: address }]);
      const session = await context.newCDPSession(page);
      await session.send("Network.setCacheDisabled", { cacheDisabled: true });
      await noteFrames(page);
      for (const path of ["/projects", "/projects/new"]) {
        await page.goto(path);
        await page.reload();
        await settle(page);
        await expect.poll(() => page.evaluate(() => window.frames_.length)).toBeGreaterThan(2);
        expect(await painted(page), path).toEqual([ground[theme]]);
      }
      await page.getByRole("button", { name: "Light or dark" }).click();
      await expect(page.locator("html")).toHaveCSS("background-color", ground[other[theme]]);
      await settle(page);
      expect(await painted(page)).toEqual([ground[theme], ground[other[theme]]]);
      await page.reload();
      await settle(page);
      expect(await painted(page)).toEqual([ground[other[theme]]]);
    },
  );

plain("U30: the theme comes with the page, before any script", async ({ browser, baseURL: address = "" }) => {
  for (const theme of ["light", "dark"] as const) {
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false, colorScheme: other[theme] });
    await context.addCookies([{ name: "tessera-theme", value: theme, url: address }]);
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expect(page.locator("html")).toHaveCSS("background-color", ground[theme]);
    await context.close();
  }
});

test("U33: whoever wants no motion meets none", async ({ stage }) => {
  test.setTimeout(90_000);
  const { page } = stage;
  for (const state of [...projects.slice(0, 7), ...browse.slice(0, 3), ...triage.slice(0, 4)]) {
    await bringAbout(page, state, stage);
    const moving = await page.evaluate(() => {
      const longest = (times: string) => Math.max(...times.split(",").map((time) => Number.parseFloat(time)));
      const parts = [undefined, "::before", "::after"];
      // What is drawn only while it waits is looked at here, since it may be gone in a moment.
      const waits = document.createElement("span");
      waits.className = "filling late";
      document.body.append(waits);
      const rested = getComputedStyle(waits).visibility;
      const found = [...document.querySelectorAll("*")].flatMap((element) =>
        parts
          .map((part) => getComputedStyle(element, part))
          .filter(
            ({ animationName, animationDuration, transitionDuration }) =>
              (animationName !== "none" && longest(animationDuration) > 0) || longest(transitionDuration) > 0,
          )
          .map(() => `${element.tagName}.${element.getAttribute("class")}`),
      );
      waits.remove();
      if (rested !== "visible") found.push("what waits is not seen");
      return [...found, ...document.getAnimations().map((animation) => animation.id || "an animation")];
    });
    expect.soft(moving, state.name).toEqual([]);
  }
});
