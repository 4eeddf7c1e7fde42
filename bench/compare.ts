/**
 * How soon six columns of forty turns are painted, and whether they stay in step while they scroll (build first: `npm run build`):
 *
 *     node --conditions=react-server bench/compare.ts [--turns 40] [--times 7]
 *
 * "Opened by its address" is from the navigation to the largest paint, "opened from the list" from the press on a question to
 * the frame that shows its columns; "next question" from the key to the frame that shows the other six, read ahead. The reference is a key that nothing is bound to. "Out of step" is the most that turns of one row lie
 * apart in any frame of a fling, in pixels.
 */
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";
import { changeHeaders, importFile, ownerEmail, ownerName, password, personOf, signIn } from "#e2e/person.ts";
import { newDataFolder, startStudio } from "#e2e/studio.ts";
import { percentile, round, waitFor } from "./timing.ts";

const { values: given } = parseArgs({
  options: { turns: { type: "string", default: "40" }, times: { type: "string", default: "7" } },
});
const turns = Number(given.turns);
const times = Number(given.times);
const cultures = ["us", "gb", "in", "jp", "eg", "br"];
const slug = "compare-bench";

const made = ["one", "two"].flatMap((question) =>
  cultures.map((culture) => ({
    id: `${question}-${culture}`,
    culture,
    language: "en",
    question_key: question,
    messages: Array.from({ length: turns }, (_, turn) => ({
      role: turn % 2 === 0 ? "user" : "assistant",
      content:
        `Turn ${turn} of ${culture} on ${question}: the guest sits down, tea is poured and the talk goes on for a while. `.repeat(
          2,
        ),
    })),
  })),
);

/** Milliseconds from the press to the end of the frame that shows what `shows` waits for. */
const pressAndPaint = (page: Page, key: string, shows: string) =>
  page.evaluate(
    ({ code, wanted }) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const look = () => {
          if (document.querySelector(".compare-key, .compare-meta .mono")?.textContent === wanted || wanted === "")
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
          else requestAnimationFrame(look);
        };
        window.dispatchEvent(
          new KeyboardEvent("keydown", { code: `Key${code}`, key: code.toLowerCase(), bubbles: true }),
        );
        look();
      }),
    { code: key, wanted: shows },
  );

/** Milliseconds from the press on the first question of the list to the end of the frame that shows its columns. */
const openAndPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const look = () => {
          if (document.querySelector(".compare-cell") === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        };
        document.querySelector<HTMLElement>("main a[href*='question=']")?.click();
        look();
      }),
  );

const outOfStep = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const pane = document.querySelector(".compare-columns");
        let most = 0;
        let frame = 0;
        const step = () => {
          pane?.scrollBy(7, 50);
          for (const row of [1, 5, 12]) {
            const tops = [...document.querySelectorAll(".compare-column")].map(
              (column) => column.querySelectorAll(".compare-cell")[row]?.getBoundingClientRect().top ?? 0,
            );
            most = Math.max(most, Math.max(...tops) - Math.min(...tops));
          }
          if (frame++ < 60) requestAnimationFrame(step);
          else resolve(most);
        };
        step();
      }),
  );

const data = await newDataFolder();
const studio = await startStudio({ data, fresh: true });
const browser = await chromium.launch(await findBrowser());
try {
  const context = await browser.newContext({ baseURL: studio.address, viewport: { width: 1440, height: 900 } });
  const token = new URL(studio.setUpLink ?? "").searchParams.get("token");
  await context.request.post("/api/v1/setup", {
    data: { token, name: ownerName, email: ownerEmail, password },
    headers: changeHeaders(studio.address),
  });
  await signIn(context.request, studio.address, ownerEmail);
  const owner = await personOf(context, studio.address, { name: ownerName, email: ownerEmail });
  await owner.call("POST", "/projects", { name: slug, slug });
  const bytes = Buffer.from(made.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await importFile(owner, studio.address, slug, { name: "columns.jsonl", bytes });
  const { page } = owner;
  const address = `/projects/${slug}/compare?question=one&lens=only-here`;
  const opened: number[] = [];
  const pressed: number[] = [];
  const walked: number[] = [];
  const idle: number[] = [];
  let apart = 0;
  for (let time = 0; time <= times; time++) {
    await page.goto(address, { waitUntil: "load" });
    await waitFor(2500);
    const largest = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
    const key = await pressAndPaint(page, "J", "two");
    await page.goto(`/projects/${slug}/compare`, { waitUntil: "load" });
    await waitFor(1500);
    const fromList = await openAndPaint(page);
    await waitFor(1500);
    const nothing = await pressAndPaint(page, "Y", "");
    apart = Math.max(apart, await outOfStep(page));
    // The first of them warms the server.
    if (time === 0) continue;
    opened.push(largest);
    pressed.push(fromList);
    walked.push(key);
    idle.push(nothing);
  }
  const row = (series: readonly number[]) => ({
    "p50 ms": round(percentile(series, 0.5), 0),
    "max ms": round(percentile(series, 1), 0),
  });
  console.log(`${cultures.length} columns of ${turns} turns, ${times} times`);
  console.table({
    "opened by its address": row(opened),
    "opened from the list": row(pressed),
    "next question": row(walked),
    "reference: a key without a handler": row(idle),
  });
  console.log(`out of step while scrolling: ${apart.toFixed(1)} px`);
} finally {
  await browser.close();
  await studio.stop();
  await rm(data, { recursive: true, force: true });
}
