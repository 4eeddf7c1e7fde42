import type { CDPSession, Page } from "@playwright/test";
import { decideMany, openTriage, outboxEmpties } from "./sitting.ts";

export interface Reading {
  decisions: number;
  "heap MB": number;
  "growth MB": number;
  nodes: number;
  listeners: number;
  "detached nodes": number | string;
}

const readings = 5;
const warmUp = 20;

/**
 * Decides for long and looks, each time after a collection of garbage, at what the page holds. The decisions are spread over
 * `minutes`; with 0 they follow each other at once.
 */
export async function measureSoak(page: Page, slug: string, decisions: number, minutes: number): Promise<Reading[]> {
  const pause = Math.max(50, (minutes * 60_000) / decisions);
  await openTriage(page, slug);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.enable");
  await decideMany(page, Math.min(warmUp, decisions), 50);
  const found: Reading[] = [];
  for (let reading = 0; reading <= readings; reading++) {
    if (reading > 0) await decideMany(page, Math.ceil(decisions / readings), pause);
    await outboxEmpties(page);
    const { heap, ...rest } = await look(devtools);
    const first = found[0]?.["heap MB"] ?? heap;
    found.push({
      decisions: warmUp + reading * Math.ceil(decisions / readings),
      "heap MB": heap,
      "growth MB": Number((heap - first).toFixed(2)),
      ...rest,
    });
  }
  await devtools.detach();
  return found;
}

async function look(devtools: CDPSession) {
  for (let time = 0; time < 3; time++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heap: Number((of("JSHeapUsedSize") / 1e6).toFixed(2)),
    nodes: of("Nodes"),
    listeners: of("JSEventListeners"),
    "detached nodes": await detachedNodes(devtools),
  };
}

interface Tree {
  children?: readonly Tree[] | undefined;
}
const size = (node: Tree): number => 1 + (node.children ?? []).reduce((sum, child) => sum + size(child), 0);

/** Nodes that are in no document and are held all the same; said in words where the browser cannot count them. */
async function detachedNodes(devtools: CDPSession): Promise<number | string> {
  try {
    await devtools.send("DOM.enable");
    const { detachedNodes: trees } = await devtools.send("DOM.getDetachedDomNodes");
    return trees.reduce((sum, { treeNode }) => sum + size(treeNode), 0);
  } catch {
    return "not told";
  } finally {
    await devtools.send("DOM.disable").catch(() => undefined);
  }
}
