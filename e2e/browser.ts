import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** A browser to test in, and what to tell it when it starts. */
export interface Browser {
  executablePath: string;
  args: string[];
}

const systemPaths = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A browser under test talks to the studio only, so it is kept from calling home. */
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
];
/**
 * What the packaged browser would loosen and a test must not: in one process all people share one set of cookies, and
 * without its web security the browser would let pass what a real one refuses.
 */
const loosened = [
  "--single-process",
  "--no-zygote",
  "--disable-web-security",
  "--disable-site-isolation-trials",
  "--allow-running-insecure-content",
];
/** Chromium's sandbox does not start as root, as in most containers. */
const unconfined = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/**
 * Finds a browser: the one that `TESSERA_BROWSER` names, Playwright's own, one of the system, or else the headless Chromium
 * that comes as a package, so that the journeys run where nothing can be downloaded.
 */
export async function findBrowser(): Promise<Browser> {
  const args = [...quiet, ...unconfined];
  const named = process.env.TESSERA_BROWSER;
  if (named) {
    if (!existsSync(named)) throw new Error(`TESSERA_BROWSER names ${named}, and there is no such file.`);
    return { executablePath: named, args };
  }
  const present = [chromium.executablePath(), ...systemPaths].find((path) => existsSync(path));
  if (present !== undefined) return { executablePath: present, args };
  const { default: packaged } = await import("@sparticuz/chromium");
  const own = packaged.args.filter((arg) => !loosened.includes(arg));
  return { executablePath: await packaged.executablePath(), args: [...new Set([...own, ...args])] };
}
