import type { Page } from "@playwright/test";
import { percentile, waitFor } from "../timing.ts";
import { openBrowse } from "./browsing.ts";
import { openTriage } from "./sitting.ts";

/** Interactions as INP counts them: each the longest of its events, in steps of 8 ms; those below 16 ms count as 16. */
export interface Session {
  interactions: number;
  "p75 ms": number;
  "p98 ms": number;
  "max ms": number;
  slowest: string;
}

type Step = readonly [name: string, act: (page: Page) => Promise<unknown>];
const key = (name: string, press: string): Step => [name, (page) => page.keyboard.press(press)];
const inTriage: readonly Step[] = [
  key("accept", "a"),
  key("accept", "a"),
  key("skip", "s"),
  key("next sibling", "]"),
  key("undo", "z"),
  key("next", "j"),
  key("previous", "k"),
  key("reject", "x"),
  key("reason", "1"),
  key("palette", "Control+k"),
  ["typing in the palette", (page) => page.keyboard.type("browse", { delay: 60 })],
  key("palette closed", "Escape"),
  key("accept", "a"),
];
const inBrowse: readonly Step[] = [
  key("next row", "j"),
  key("next row", "j"),
  key("select", "x"),
  key("clear", "Escape"),
  ["facet", (page) => page.locator("button.facet-choice").nth(1).click()],
  key("next row", "j"),
  ["facet off", (page) => page.locator("button.facet-choice").nth(1).click()],
  ["sort", (page) => page.locator('[role="columnheader"] button.sort').last().click()],
  ["search", (page) => page.getByRole("searchbox", { name: /^Search/ }).fill("tea")],
  key("search entered", "Enter"),
  key("palette", "Control+k"),
  key("palette closed", "Escape"),
];

/** Works in Triage and Browse by turns, at two or three acts a second, until the time is up. */
export async function measureSession(page: Page, slug: string, seconds: number): Promise<Session> {
  const all: { name: string; duration: number; step: string }[] = [];
  let count = 0;
  const until = performance.now() + seconds * 1000;
  for (let part = 0; performance.now() < until; part++) {
    const steps = part % 2 === 0 ? inTriage : inBrowse;
    if (part % 2 === 0) await openTriage(page, slug);
    else await openBrowse(page, slug);
    // What a page does while it comes alive is measured with the loads.
    await waitFor(1000);
    const began: [number, string][] = [];
    for (let round = 0; round < 3 && performance.now() < until; round++)
      for (const [name, act] of steps) {
        began.push([await page.evaluate(() => performance.now()), name]);
        await act(page).catch(() => console.log(`${name}: not there`));
        await waitFor(350);
      }
    const seen = await page.evaluate(() => {
      const counted = "interactionCount" in performance ? Number(performance.interactionCount) : 0;
      return { events: window.tesseraProbe.events, counted };
    });
    const longest = new Map<number, (typeof seen.events)[number]>();
    for (const event of seen.events)
      if ((longest.get(event.id)?.duration ?? 0) < event.duration) longest.set(event.id, event);
    for (const { stamp, duration, name } of longest.values())
      all.push({ name, duration, step: began.findLast(([at]) => at <= stamp)?.[1] ?? "" });
    count += Math.max(seen.counted, longest.size);
  }
  const quick = Array.from({ length: count - all.length }, () => 16);
  const durations = [...all.map(({ duration }) => duration), ...quick];
  const [slowest] = all.toSorted((one, other) => other.duration - one.duration);
  return {
    interactions: count,
    "p75 ms": percentile(durations, 0.75),
    "p98 ms": percentile(durations, 0.98),
    "max ms": percentile(durations, 1),
    slowest: slowest === undefined ? "" : `${slowest.step}, ${slowest.name}`,
  };
}
