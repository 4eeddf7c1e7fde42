import type { Browser } from "@playwright/test";
import { percentile, waitFor } from "../timing.ts";
import { addProbe } from "./probe.ts";

export interface Load {
  "LCP p50 ms": number;
  "LCP max ms": number;
  /** The sum of layout shifts without input, at most. */
  "CLS max": number;
  /** What moved most in the largest of these shifts. */
  moved: string;
}

type State = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

/** Opens each page in a browser that has nothing in its cache, so many times. */
export async function measureLoads(
  browser: Browser,
  address: string,
  state: State,
  paths: readonly (readonly [name: string, path: string])[],
  times: number,
): Promise<Record<string, Load>> {
  const found: Record<string, Load> = {};
  for (const [name, path] of paths) {
    const largest: number[] = [];
    let shifts = 0;
    let most = { by: 0, what: "" };
    for (let time = 0; time < times; time++) {
      const context = await browser.newContext({ baseURL: address, storageState: state });
      await addProbe(context);
      const page = await context.newPage();
      await page.goto(path, { waitUntil: "load" });
      await waitFor(2500);
      const seen = await page.evaluate(() => ({
        at: window.tesseraProbe.largest,
        by: window.tesseraProbe.shifts,
        moved: window.tesseraProbe.moved,
      }));
      largest.push(seen.at);
      shifts = Math.max(shifts, seen.by);
      if (seen.moved.by > most.by) most = seen.moved;
      await context.close();
    }
    found[name] = {
      "LCP p50 ms": percentile(largest, 0.5),
      "LCP max ms": percentile(largest, 1),
      "CLS max": Number(shifts.toFixed(4)),
      moved: most.what,
    };
  }
  return found;
}
