import type { Page } from "@playwright/test";
import type { ElementContext, RunOptions } from "axe-core";
import axe from "axe-core";

/** What axe finds wrong: the rule, and the elements that break it. */
export interface AxeFault {
  id: string;
  nodes: string[];
}

/** What is looked at, and by which rules. */
export interface AxeLook {
  /** A selector; the whole page by default. */
  within?: string;
  /** Selectors of what is left out. */
  without?: readonly string[];
  /** Only these rules; all that are on by default. */
  rules?: readonly string[];
}

/**
 * Looks at a page as it stands. The script of axe is put into a page once: it is large, and to send it with each look takes as long
 * as a look. There are no frames.
 */
export async function axeFaults(page: Page, look: AxeLook = {}): Promise<AxeFault[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const context = {
    include: [[look.within ?? "html"]],
    exclude: (look.without ?? []).map((selector) => [selector]),
  } satisfies ElementContext;
  const options: RunOptions = { resultTypes: ["violations"] };
  if (look.rules !== undefined) options.runOnly = { type: "rule", values: [...look.rules] };
  return page.evaluate(
    async ([context, options]) => {
      const { violations } = await window.axe.run(context, options);
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 300)) }));
    },
    [context, options] as const,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
