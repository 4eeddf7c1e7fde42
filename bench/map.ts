/**
 * How long the map takes, on the server and in a real browser against a studio started as `npm start` does (build it first):
 *
 *     node --conditions=react-server bench/map.ts [--rows 10000,50000] [--folder FOLDER] [--times 5]
 *
 * On the server: points and summaries from memory. In the browser: from opening the page to the frame in which the plot with
 * its points stands, from the pointer's move to the card, and from letting go of the brush to its count. The reference is the
 * same page with medians alone.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";
import { password, signIn } from "#e2e/person.ts";
import { startStudio } from "#e2e/studio.ts";
import { createAccount } from "#lib/services/accounts.ts";
import { getMapCultures } from "#lib/services/get-map-cultures.ts";
import { getMapPoints } from "#lib/services/get-map-points.ts";
import type { World } from "#lib/world/world.ts";
import { type MadeProject, withMadeProject } from "./made-project.ts";
import { operator } from "./studio.ts";
import { percentile, waitFor } from "./timing.ts";

const text = (value: string) => ({ type: "string" as const, default: value });
const { values: given } = parseArgs({
  options: { rows: text("10000,50000"), times: text("5"), folder: { type: "string" } },
});
const times = Number(given.times);

interface Line {
  "p50 ms": number;
  "max ms": number;
  target: string;
}

function lineOf(measured: readonly number[], target = ""): Line {
  return { "p50 ms": percentile(measured, 0.5), "max ms": percentile(measured, 1), target };
}

async function repeat(work: () => Promise<unknown>): Promise<number[]> {
  const measured: number[] = [];
  await work();
  for (let round = 0; round < times * 4; round++) {
    const started = performance.now();
    await work();
    measured.push(performance.now() - started);
  }
  return measured;
}

/** What memory gives, and somebody who may look at the project in a browser. */
async function measureServer(world: World, { id, slug }: MadeProject) {
  const ask = { project: slug };
  const answer = await getMapPoints.run(world, operator, ask);
  const table: Record<string, Line> = {
    points: lineOf(await repeat(() => getMapPoints.run(world, operator, ask)), "≤ 100"),
    "medians and histograms": lineOf(await repeat(() => getMapCultures.run(world, operator, ask)), "≤ 100"),
    "with reasons": lineOf(await repeat(() => getMapCultures.run(world, operator, { ...ask, reasons: true }))),
    "medians of two cultures": lineOf(
      await repeat(() => getMapCultures.run(world, operator, { ...ask, culture: ["jp", "ke"] })),
      "≤ 100",
    ),
  };
  const email = `${world.newId()}@bench.example`;
  const userId = await world.db.$transaction((tx) =>
    createAccount(world, tx, { name: "Bench reader", email, password, owner: false }),
  );
  await world.db.membership.create({ data: { projectId: id, userId, role: "admin" } });
  return { table, email, slug, kilobytes: Math.round((answer.points?.length ?? 0) / 1000) };
}

/** Milliseconds of the page from its opening until something stands and has been painted. */
async function opened(page: Page, path: string, shown: string): Promise<number> {
  await page.goto(path, { waitUntil: "commit" });
  return page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
        };
        look();
      }),
    shown,
  );
}

/** Has the page note when an event comes and when the frame after its effect has come. */
async function effect(page: Page, event: string, shown: string, act: () => Promise<unknown>): Promise<number> {
  // The listener stands before the act begins: a page that is busy hears an act sooner than a script.
  await page.evaluate(
    ([name, selector]) => {
      const before = document.querySelector(selector)?.textContent ?? null;
      const measured = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`Nothing came of ${name} in ${selector} within ten seconds.`)), 10_000);
        document.querySelector(".map-surface")?.addEventListener(
          name,
          (pressed) => {
            const look = () => {
              const now = document.querySelector(selector)?.textContent ?? null;
              if (now === null || now === before) requestAnimationFrame(look);
              else requestAnimationFrame(() => resolve(performance.now() - pressed.timeStamp));
            };
            look();
          },
          { once: true },
        );
      });
      Object.assign(window, { measured });
    },
    [event, shown] as const,
  );
  await act();
  return page.evaluate(() => Reflect.get(window, "measured"));
}

async function measurePage(page: Page, slug: string, rows: number): Promise<Record<string, Line>> {
  const path = `/projects/${slug}/map`;
  const [medians, plots, hovers, brushes]: [number[], number[], number[], number[]] = [[], [], [], []];
  // What is compiled and loaded once is not what is measured.
  await opened(page, `${path}?show=points&as=plot`, ".map-canvas[data-drawn]");
  for (let round = 0; round < times; round++) medians.push(await opened(page, path, ".map-median"));
  for (let round = 0; round < times; round++)
    plots.push(await opened(page, `${path}?show=points&as=plot`, ".map-canvas[data-drawn]"));
  const box = await page.locator(".map-surface").boundingBox();
  if (box === null) throw new Error("The plot is not drawn.");
  await page.locator(".map-held b").waitFor();
  for (let round = 0; round < times; round++) {
    // Away from the card of the last point, which the pointer may enter.
    const [x, y] = [box.x + box.width * (0.6 - round * 0.05), box.y + box.height * (0.6 - round * 0.05)];
    hovers.push(await effect(page, "pointermove", ".map-card", () => page.mouse.move(x, y)));
  }
  for (let round = 0; round < times; round++) {
    // Each brush elsewhere, so that what lies nearest to its middle is never what it was.
    const [left, top] = [0.05 + round * 0.08, 0.05 + (round % 3) * 0.15];
    await page.mouse.move(box.x + box.width * left, box.y + box.height * top);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * (left + 0.35), box.y + box.height * (top + 0.5), { steps: 4 });
    await waitFor(200);
    const held = await page.locator(".map-pane h3").textContent();
    brushes.push(
      await effect(page, "pointerup", held === "What the brush holds" ? ".map-nearest" : ".map-pane h3", () =>
        page.mouse.up(),
      ),
    );
    await waitFor(200);
  }
  return {
    "reference: opened, medians alone": lineOf(medians),
    "opened with points": lineOf(plots, rows > 10_000 ? "≤ 600" : "≤ 400"),
    "pointer → card": lineOf(hovers, "≤ 50"),
    "brush → count and the nearest": lineOf(brushes, "≤ 200"),
  };
}

const folder = given.folder ?? (await mkdtemp(join(tmpdir(), "tessera-bench-")));
try {
  for (const rows of given.rows.split(",").map(Number)) {
    const { table, email, slug, kilobytes } = await withMadeProject(rows, folder, measureServer);
    console.log(`\n${rows} conversations; points weigh ${kilobytes} kB`);
    console.table(table);
    const studio = await startStudio({ data: folder, fresh: false });
    const browser = await chromium.launch(await findBrowser());
    try {
      const context = await browser.newContext({ baseURL: studio.address, viewport: { width: 1440, height: 900 } });
      await signIn(context.request, studio.address, email);
      console.table(await measurePage(await context.newPage(), slug, rows));
    } finally {
      await browser.close();
      await studio.stop();
    }
  }
} finally {
  if (given.folder === undefined) await rm(folder, { recursive: true, force: true });
}
