import type { Page } from "@playwright/test";
import { waitFor } from "../timing.ts";

export interface Fling {
  frames: number;
  "frames per second": number;
  /** The longest time that some height of the list had no row, in milliseconds. */
  "longest without rows ms": number;
  /** How often that took longer than 50 ms. */
  "blank times over 50 ms": number;
  "rows passed": number;
}

const pixelsPerSecond = 3000;

/** Scrolls the grid of Browse by the wheel for so many seconds and looks at every frame for places without a row. */
export async function measureFling(page: Page, seconds: number): Promise<Fling> {
  const box = await page.locator(".data-grid").boundingBox();
  if (box === null) throw new Error("There is no grid to scroll.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const watching = page.evaluate(watchRows, seconds * 1000);
  const step = 16;
  const until = performance.now() + seconds * 1000;
  let scrolled = performance.now();
  while (performance.now() < until) {
    await waitFor(step);
    const now = performance.now();
    await page.mouse.wheel(0, ((now - scrolled) / 1000) * pixelsPerSecond);
    scrolled = now;
  }
  return watching;
}

/** Runs in the page. */
async function watchRows(milliseconds: number): Promise<Fling> {
  const grid = document.querySelector<HTMLElement>(".data-grid");
  if (grid === null) throw new Error("There is no grid to watch.");
  const box = grid.getBoundingClientRect();
  const head = grid.querySelector(".grid-head")?.getBoundingClientRect().height ?? 0;
  const x = box.left + box.width / 2;
  const heights = [box.top + head + 8, (box.top + head + box.bottom) / 2, box.bottom - 24];
  const rowAt = (y: number) => document.elementFromPoint(x, y)?.closest("[data-place]") ?? null;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const start = await frame();
  const top = grid.scrollTop;
  const height = grid.querySelector(".data-row")?.getBoundingClientRect().height ?? 44;
  let [frames, longest, times] = [0, 0, 0];
  let blankSince: number | null = null;
  let now = start;
  while (now - start < milliseconds) {
    now = await frame();
    frames += 1;
    const blank = heights.some((y) => rowAt(y) === null);
    if (blank) blankSince ??= now;
    if (blankSince !== null) longest = Math.max(longest, now - blankSince);
    if (blank || blankSince === null) continue;
    if (now - blankSince > 50) times += 1;
    blankSince = null;
  }
  return {
    frames,
    "frames per second": Math.round((frames * 1000) / (now - start)),
    "longest without rows ms": Math.round(longest),
    "blank times over 50 ms": times,
    "rows passed": Math.round((grid.scrollTop - top) / height),
  };
}
