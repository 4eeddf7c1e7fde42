import type { BrowserContext, Page } from "@playwright/test";

/** One press, as the page saw it. Milliseconds from the event's own time. */
export interface Paint {
  /** Until the frame after what was looked for had come. */
  painted: number;
  /** What the browser itself says of the press until its next paint, in steps of 8; null below 16, which it does not tell. */
  event: number | null;
}

/** What a page's parts look like from within; each gives a text that changes with what is looked for. */
export type Look = "nothing" | "card" | "rows" | "row" | "peek" | "dialog" | "thumb";

/** The probe as it stands in the page. */
interface Probe {
  arm: (look: Look, timeout: number) => void;
  done: () => Promise<{ painted: number | null; stamp: number }>;
  events: { stamp: number; duration: number; id: number; name: string }[];
  shifts: number;
  /** The largest shift, and what moved in it most. */
  moved: { by: number; what: string };
  largest: number;
}

declare global {
  interface Window {
    tesseraProbe: Probe;
  }
}

/** Puts the probe into every page of a browser context, before anything else runs there. */
export async function addProbe(context: BrowserContext): Promise<void> {
  await context.addInitScript(installProbe);
}

/** Runs in the page, so it may use nothing from outside. */
function installProbe(): void {
  const numbers = new WeakMap<Element, number>();
  let last = 0;
  const numberOf = (element: Element | null | undefined): string => {
    if (element == null) return "none";
    const number = numbers.get(element) ?? ++last;
    numbers.set(element, number);
    return String(number);
  };
  const grid = () => document.querySelector('[role="grid"]');
  let rested = 0;
  new MutationObserver((changes) => {
    for (const { target, oldValue } of changes)
      if (oldValue === "true" && target instanceof Element && target.getAttribute("aria-busy") !== "true") rested += 1;
  }).observe(document, { subtree: true, attributeFilter: ["aria-busy"], attributeOldValue: true });
  // None of these asks for a layout, which would be paid for by what is measured.
  const looks: Record<string, () => string> = {
    nothing: () => String(performance.now()),
    card: () => {
      const cards = [...document.querySelectorAll<HTMLElement>('section[aria-label="Question"]')];
      return numberOf(cards.find((card) => card.style.display !== "none"));
    },
    // Rows of the old question are marked as busy; what is remembered comes without that, but is other rows.
    rows: () => {
      if (grid()?.getAttribute("aria-busy") === "true") return "busy";
      const links = [...document.querySelectorAll(".data-row a")].slice(0, 3);
      return [rested, ...links.map((link) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(link.getAttribute("href") ?? ""))].join();
    },
    row: () => document.querySelector(".data-row.cursor")?.getAttribute("data-place") ?? "",
    peek: () => {
      const panel = document.querySelector('aside[aria-label^="Conversation"]');
      const asked = panel?.querySelector('section[aria-label="Question"]');
      return asked == null ? "busy" : `${numberOf(asked)} ${asked.textContent}`;
    },
    dialog: () => numberOf(document.querySelector("dialog[open]")),
    thumb: () =>
      [...document.querySelectorAll('[role="slider"]')].map((each) => each.getAttribute("aria-valuenow")).join(),
  };

  let finished: Promise<{ painted: number | null; stamp: number }> = Promise.resolve({ painted: null, stamp: 0 });
  const probe: Probe = {
    events: [],
    shifts: 0,
    moved: { by: 0, what: "" },
    largest: 0,
    arm(look, timeout) {
      const read = looks[look] ?? (() => "");
      const before = read();
      finished = new Promise((resolve) => {
        const begin = (event: Event) => {
          removeEventListener("keydown", begin, true);
          removeEventListener("pointerup", begin, true);
          const stamp = event.timeStamp;
          // What stands in the page when a frame begins is painted by it; the message comes after that.
          const watch = () => {
            const now = read();
            if (now !== before && now !== "busy") {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve({ painted: performance.now() - stamp, stamp });
              port2.postMessage(null);
            } else if (performance.now() - stamp > timeout) resolve({ painted: null, stamp });
            else requestAnimationFrame(watch);
          };
          requestAnimationFrame(watch);
        };
        addEventListener("keydown", begin, { capture: true });
        addEventListener("pointerup", begin, { capture: true });
      });
    },
    done: () => finished,
  };
  Object.defineProperty(window, "tesseraProbe", { value: probe });
  const observe = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, ...more });
  };
  observe(
    "event",
    (entry) => {
      if (!("interactionId" in entry) || Number(entry.interactionId) === 0) return;
      const { startTime, duration, name, interactionId } = entry;
      probe.events.push({ stamp: startTime, duration, name, id: Number(interactionId) });
    },
    { durationThreshold: 16 },
  );
  observe("largest-contentful-paint", ({ startTime }) => {
    probe.largest = startTime;
  });
  observe("layout-shift", (entry) => {
    if (!("value" in entry && "hadRecentInput" in entry) || entry.hadRecentInput !== false) return;
    const by = Number(entry.value);
    probe.shifts += by;
    if (by <= probe.moved.by || !("sources" in entry) || !Array.isArray(entry.sources)) return;
    const node: unknown = entry.sources[0]?.node;
    const element = node instanceof Element ? node : node instanceof Node ? node.parentElement : null;
    probe.moved = { by, what: element === null ? "" : `${element.tagName} “${element.textContent?.slice(0, 40)}”` };
  });
}

/** Presses and waits until what is looked for is painted; null when it does not come within `timeout` milliseconds. */
export async function paintOf(
  page: Page,
  look: Look,
  press: () => Promise<unknown>,
  timeout = 20_000,
): Promise<Paint | null> {
  await page.evaluate(([at, most]) => window.tesseraProbe.arm(at, most), [look, timeout] as const);
  await press();
  const { painted, stamp } = await page.evaluate(() => window.tesseraProbe.done());
  if (painted === null) return null;
  const event = await page.evaluate((at) => {
    const own = window.tesseraProbe.events.filter((each) => Math.abs(each.stamp - at) < 1);
    return own.length === 0 ? null : Math.max(...own.map(({ duration }) => duration));
  }, stamp);
  return { painted, event };
}
