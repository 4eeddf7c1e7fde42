import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** Runs `work` under a CPU profile of the page, keeps that in a file, and prints where most of the time went. */
export async function withProfile<Result>(
  page: Page,
  file: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (file === undefined) return work();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Profiler.enable");
  await devtools.send("Profiler.setSamplingInterval", { interval: 200 });
  await devtools.send("Profiler.start");
  const result = await work();
  const { profile } = await devtools.send("Profiler.stop");
  await devtools.detach();
  await writeFile(file, JSON.stringify(profile));
  const names = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber, columnNumber } }) => [
      id,
      `${functionName || "(anonymous)"} ${url.split("/").at(-1)}:${lineNumber + 1}:${columnNumber + 1}`,
    ]),
  );
  const own = new Map<string, number>();
  profile.samples?.forEach((node, at) => {
    const name = names.get(node) ?? "?";
    own.set(name, (own.get(name) ?? 0) + (profile.timeDeltas?.[at] ?? 0) / 1000);
  });
  const most = [...own].toSorted(([, one], [, other]) => other - one).slice(0, 25);
  console.table(Object.fromEntries(most.map(([name, milliseconds]) => [name, { "own ms": Math.round(milliseconds) }])));
  return result;
}
