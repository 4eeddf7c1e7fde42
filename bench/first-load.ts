/** The JavaScript of each page's first load against its budget: what a browser that knows nothing yet fetches until the page stands still. */
import { rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";
import { changeHeaders, importFile, ownerEmail, ownerName, password, personOf, signIn } from "#e2e/person.ts";
import { newDataFolder, startStudio } from "#e2e/studio.ts";
import { waitFor } from "./timing.ts";

/** In kB (1000 bytes) of gzip, the most that the scripts named by the page itself may weigh. */
const budget = 180;
const data = await newDataFolder();
const studio = await startStudio({ data, fresh: true });
const browser = await chromium.launch(await findBrowser());

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** What one page fetches, first by its own HTML and then on its own in the next two seconds. */
async function weigh(context: BrowserContext, path: string) {
  const page = await context.newPage();
  const html = await context.request.get(path);
  const text = await html.text();
  const named = new Set([...text.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source]) => source ?? ""));
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    const { pathname, search } = new URL(response.url());
    if (response.request().resourceType() === "script") bodies.set(pathname + search, response.body());
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await waitFor(2000);
  let first = 0;
  let later = 0;
  const files: { name: string; size: number; first: boolean }[] = [];
  for (const [name, body] of bodies) {
    const size = gzipSync(await body).length;
    const isFirst = named.has(name);
    if (isFirst) first += size;
    else later += size;
    files.push({ name, size, first: isFirst });
  }
  await page.close();
  return { first, later, files };
}

try {
  const context = await browser.newContext({ baseURL: studio.address });
  const token = new URL(studio.setUpLink ?? "").searchParams.get("token");
  const account = { token, name: ownerName, email: ownerEmail, password };
  await context.request.post("/api/v1/setup", { data: account, headers: changeHeaders(studio.address) });
  const stranger = await browser.newContext({ baseURL: studio.address });
  await signIn(context.request, studio.address, ownerEmail);
  const person = await personOf(context, studio.address, { name: ownerName, email: ownerEmail });
  const slug = "first-load";
  await person.call("POST", "/projects", { name: "First load", slug });
  const lines = ["jp", "pk", "us"].flatMap((culture) =>
    ["tea", "rain", "gifts"].map((topic) => ({
      id: `${culture}-${topic}`,
      culture,
      language: "en",
      question_key: topic,
      question: `What does one say about ${topic}?`,
      answer: `In ${culture} one says little about ${topic}.`,
    })),
  );
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  await importFile(person, studio.address, slug, { name: "first-load.jsonl", bytes });

  const project = `/projects/${slug}`;
  const pages: [string, BrowserContext, string, boolean][] = [
    ["Sign in", stranger, "/sign-in", false],
    ["Projects", context, "/projects", false],
    ["Overview", context, project, false],
    ["Browse", context, `${project}/browse`, true],
    ["Triage", context, `${project}/triage`, true],
    ["Import", context, `${project}/import`, false],
    ["Export", context, `${project}/export`, false],
    ["Team", context, `${project}/team`, false],
    ["Settings", context, `${project}/settings`, false],
  ];
  const [, , detail] = process.argv;
  console.log(`JavaScript of the first load, kB of gzip; budget ${budget} kB where one is set\n`);
  console.log("| page | named by the page | fetched after | budget |");
  console.log("| --- | ---: | ---: | --- |");
  for (const [name, asker, path, bound] of pages) {
    const { first, later, files } = await weigh(asker, path);
    const verdict = !bound ? "" : first <= budget * 1000 ? "within" : "over";
    console.log(`| ${name} | ${kilobytes(first)} | ${kilobytes(later)} | ${verdict} |`);
    if (detail !== name) continue;
    for (const file of files.toSorted((a, b) => b.size - a.size))
      console.log(`  ${kilobytes(file.size)} ${file.first ? "first" : "after"} ${file.name}`);
  }
} finally {
  await browser.close();
  await studio.stop();
  await rm(data, { recursive: true, force: true });
}
