/**
 * How soon the page answers, in a real browser against a studio started as `npm start` does (build it first: `npm run build`):
 *
 *     node --conditions=react-server bench/paint.ts [--rows 10000] [--folder FOLDER] [--only triage,browse,palette,mixed,loads,soak]
 *         [--decisions 200] [--delay 300] [--pause 400] [--fling 10] [--seconds 60] [--times 5] [--soak 300] [--minutes 0]
 *         [--profile FILE]
 *
 * Times are from the press, by the event's own clock, to the end of the frame that shows what was pressed for. The reference is
 * a key that nothing is bound to, on the same page in the same run. What a page does not have is named and left out. Ends
 * with status 1 when a decision is not stored.
 */
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";
import { password, signIn } from "#e2e/person.ts";
import { newDataFolder, startStudio } from "#e2e/studio.ts";
import { createAccount } from "#lib/services/accounts.ts";
import type { World } from "#lib/world/world.ts";
import { type MadeProject, withMadeProject } from "./made-project.ts";
import { measureBrowsing, openBrowse } from "./paint/browsing.ts";
import { withProfile } from "./paint/cpu-profile.ts";
import { measureFling } from "./paint/fling.ts";
import { measureLoads } from "./paint/loads.ts";
import { measureSession } from "./paint/mixed-session.ts";
import { addProbe, type Paint, paintOf } from "./paint/probe.ts";
import { type Series, seriesOf } from "./paint/series.ts";
import { decideMany, delayWrites, openTriage, outboxEmpties, pressNothing } from "./paint/sitting.ts";
import { measureSoak } from "./paint/soak.ts";
import { waitFor } from "./timing.ts";

const text = (value: string) => ({ type: "string" as const, default: value });
const { values: given } = parseArgs({
  options: {
    rows: text("10000"),
    only: text("triage,browse,palette,mixed,loads,soak"),
    decisions: text("200"),
    delay: text("300"),
    pause: text("400"),
    fling: text("10"),
    seconds: text("60"),
    times: text("5"),
    soak: text("300"),
    minutes: text("0"),
    folder: { type: "string" },
    profile: { type: "string" },
  },
});
const parts = given.only.split(",");
const pause = Number(given.pause);

/** Somebody new in the project, who has decided nothing yet. */
async function addReader(world: World, project: MadeProject) {
  const email = `${world.newId()}@bench.example`;
  const person = { name: "Bench reader", email, password, owner: false };
  const userId = await world.db.$transaction((tx) => createAccount(world, tx, person));
  await world.db.membership.create({ data: { projectId: project.id, userId, role: "admin" } });
  return { project, email, userId };
}

async function measureTriage(page: Page, slug: string, userId: string, table: Record<string, Series>): Promise<void> {
  const wanted = Number(given.decisions);
  await openTriage(page, slug);
  await waitFor(2000);
  const stopDelay = await delayWrites(page, Number(given.delay));
  const idle = await pressNothing(page, Math.min(50, wanted), 100);
  const paints = await withProfile(page, given.profile, () => decideMany(page, wanted, pause));
  const emptied = await outboxEmpties(page);
  await stopDelay();
  table["reference: a key without a handler"] = seriesOf(idle);
  table[`decide → next card, writes ${given.delay} ms late`] = seriesOf(paints, "p75 ≤ 50, p98 ≤ 100");
  const answer = await page.request.get(`/api/v1/projects/${slug}/facets?reviewer=${userId}`);
  const { matching } = await answer.json();
  console.log(`${matching} of ${wanted} decisions stored${emptied ? "" : "; the outbox did not empty"}`);
  if (matching !== wanted) process.exitCode = 1;
}

async function measurePalette(page: Page, slug: string, table: Record<string, Series>): Promise<void> {
  await openBrowse(page, slug);
  const paints: (Paint | null)[] = [];
  for (let round = 0; round < 16; round++) {
    paints.push(await paintOf(page, "dialog", () => page.keyboard.press("Control+k"), 5000));
    await waitFor(300);
    await page.keyboard.press("Escape");
    await waitFor(300);
  }
  table["palette, first time"] = seriesOf(paints.slice(0, 1));
  table["palette, again"] = seriesOf(paints.slice(1), "≤ 50");
}

const folder = given.folder ?? (await newDataFolder());
try {
  const { project, email, userId } = await withMadeProject(Number(given.rows), folder, addReader);
  const { slug } = project;
  const studio = await startStudio({ data: folder, fresh: false });
  const browser = await chromium.launch(await findBrowser());
  try {
    const context = await browser.newContext({ baseURL: studio.address, viewport: { width: 1440, height: 900 } });
    await addProbe(context);
    await signIn(context.request, studio.address, email);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    // What is compiled, counted and cached once is not what is measured.
    await openBrowse(page, slug);
    await openTriage(page, slug);

    console.log(`\n${given.rows} conversations, ${browser.version()}`);
    const table: Record<string, Series> = {};
    if (parts.includes("triage")) await measureTriage(page, slug, userId, table);
    if (parts.includes("browse"))
      for (const [name, paints] of Object.entries(await measureBrowsing(page, slug))) table[name] = seriesOf(paints);
    if (parts.includes("palette")) await measurePalette(page, slug, table);
    if (Object.keys(table).length > 0) console.table(table);
    if (parts.includes("browse")) {
      await openBrowse(page, slug);
      console.log("Fling at 3,000 pixels a second; target: no time without rows over 50 ms, 55 frames per second");
      console.table([await measureFling(page, Number(given.fling))]);
    }
    if (parts.includes("mixed")) {
      console.log(`A mixed session of ${given.seconds} s; target: p75 ≤ 100, max ≤ 200`);
      console.table([await measureSession(page, slug, Number(given.seconds))]);
    }
    if (parts.includes("loads")) {
      console.log("Loads with an empty cache; target: LCP ≤ 1,500 ms, CLS ≤ 0.02");
      const pages = ["", "/browse", "/triage", "/import", "/export", "/team", "/settings"].map(
        (path) => [path === "" ? "overview" : path.slice(1), `/projects/${slug}${path}`] as const,
      );
      const paths = [["projects", "/projects"] as const, ...pages];
      console.table(
        await measureLoads(browser, studio.address, await context.storageState(), paths, Number(given.times)),
      );
    }
    if (parts.includes("soak")) {
      console.log("Soak; target: growth ≤ 10 MB and ≤ 500 detached nodes over what 30 minutes of triage decide");
      console.table(await measureSoak(page, slug, Number(given.soak), Number(given.minutes)));
    }
  } finally {
    await browser.close();
    await studio.stop();
  }
} finally {
  if (given.folder === undefined) await rm(folder, { recursive: true, force: true });
}
