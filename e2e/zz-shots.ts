import { chromium } from "@playwright/test";
import { findBrowser } from "#e2e/browser.ts";
import { startStudio } from "#e2e/studio.ts";
import { mkdir, access } from "node:fs/promises";
import { signIn, personOf, waitForScores, changeHeaders, password, ownerEmail, ownerName } from "#e2e/person.ts";
const data = "/tmp/map/data";
const fresh = await access(data + "/done").then(() => false, () => true);
await mkdir(data, { recursive: true, mode: 0o711 });
const studio = await startStudio({ data, fresh });
console.log(studio.address, studio.setUpLink);
const browser = await chromium.launch(await findBrowser());
try {
  const context = await browser.newContext({ baseURL: studio.address, viewport: { width: 1440, height: 900 } });
  if (fresh) {
    const token = new URL(studio.setUpLink ?? "").searchParams.get("token");
    await context.request.post("/api/v1/setup", { data: { token, name: ownerName, email: ownerEmail, password }, headers: changeHeaders(studio.address) });
  }
  await signIn(context.request, studio.address, ownerEmail);
  const owner = await personOf(context, studio.address, { name: ownerName, email: ownerEmail });
  const { page } = owner;
  page.on("console", (m) => { if (m.type() === "error" || m.type()==="warning") console.log("CONSOLE", m.text().slice(0, 400)); });
  page.on("pageerror", (e) => console.log("PAGEERROR", e.message.slice(0, 400)));
  let slug: string;
  const list = await owner.call("GET", "/projects");
  const found = (list.rows as {slug:string;kind:string}[]).find((p) => p.kind === "sample");
  if (found) slug = found.slug; else {
    slug = String((await owner.call("POST", "/projects/samples", { kind: "sample" })).slug);
    await waitForScores(owner, slug);
    const { rows } = await owner.call("GET", `/projects/${slug}/conversations?limit=60`);
    for (const [i, r] of (rows as any[]).entries()) if (i % 3 < 2) await owner.call("POST", `/projects/${slug}/conversations/${r.id}/decisions`, { expectedVersion: r.version, kind: i % 3 === 0 ? "accept" : "reject" });
    const { writeFile } = await import("node:fs/promises"); await writeFile(data + "/done", "");
  }
  const base = `/projects/${slug}/map`;
  const shot = async (name: string, path: string, o: { w?: number; h?: number; theme?: string; act?: () => Promise<unknown>; full?: boolean } = {}) => {
    if (process.argv[2] && !new RegExp(process.argv[2]).test(name)) return;
    await page.setViewportSize({ width: o.w ?? 1440, height: o.h ?? 900 });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.evaluate((t) => { document.documentElement.dataset.theme = t; }, o.theme ?? "light");
    await page.waitForTimeout(500);
    await o.act?.();
    await page.waitForTimeout(600);
    await page.screenshot({ path: `/tmp/map/${name}.png`, fullPage: o.full ?? false, animations: "disabled" });
    const side = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    console.log(name, "sideways", side);
  };
  await shot("medians", base);
  await shot("points", `${base}?show=points`, { act: async () => { await page.getByRole("application").focus(); await page.keyboard.press("ArrowRight"); await page.keyboard.press("ArrowRight"); } });
  await shot("points-dark", `${base}?show=points&representativenessFrom=0.3&representativenessTo=0.7&distinctivenessFrom=0.2&distinctivenessTo=0.6`, { theme: "dark" });
  await shot("narrow", `${base}?show=points`, { w: 390, full: true });
  await shot("narrow-plot", `${base}?show=points&as=plot`, { w: 390, full: true, theme: "dark" });
  await shot("mid", `${base}`, { w: 1024, full: true });
  await shot("table", `${base}?as=table`);
  await shot("coverage", `${base}?tab=coverage`);
  await shot("coverage-dark", `${base}?tab=coverage`, { theme: "dark", w: 1024 });
  await shot("coverage-table", `${base}?tab=coverage&as=table`, { w: 390 });
  await shot("distributions", `${base}?tab=distributions`);
  await shot("distributions-narrow", `${base}?tab=distributions&as=plot`, { w: 390, theme: "dark" });
  await shot("distributions-table", `${base}?tab=distributions&as=table`);
  await shot("neighbours", `${base}?tab=neighbours`);
  await shot("neighbours-narrow", `${base}?tab=neighbours`, { w: 390, theme: "dark" });
} finally { await browser.close(); await studio.stop(); }
