import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect, type Person, test } from "./fixtures.ts";
import { naughtyStrings, vectors } from "./naughty-strings.ts";
import { changeHeaders, changeProject, importFile, password, personOf, signIn, stageFile } from "./person.ts";

const strings = naughtyStrings();
const slug = `naughty-${randomUUID().slice(0, 8)}`;
const names = vectors.filter((vector) => vector.length <= 80);
const asBytes = (rows: readonly object[]) => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));

const exchange = (asked: string, answered: string) => [
  { role: "user", content: asked },
  { role: "assistant", content: answered },
];

/** One conversation for each string, which is also its culture, its topic and its tag; and one that holds them all. */
function rowsOf(answer: (text: string) => string): object[] {
  const each = strings.map((text, index) => ({
    id: `naughty.${index}`,
    language: "en",
    culture: text,
    // One file brings at most 500 new topics and tags.
    ...(index < 450 ? { topic: text, tags: [text.slice(0, 80).toWellFormed()] } : {}),
    question_key: `key ${text}`,
    source: text,
    messages: exchange(text, answer(text)),
  }));
  const turns = Array.from({ length: Math.ceil(strings.length / 6) }, (_, at) => ({
    role: at % 2 === 0 ? "user" : "assistant",
    content: strings.slice(at * 6, at * 6 + 6).join("\n"),
  }));
  return [...each, { id: "naughty.all", language: "en", culture: "jp", messages: turns }];
}

/** Puts the strings into every field that a page shows. Returns the id of the conversation that holds them all. */
async function seed(owner: Person, browser: Browser, address: string): Promise<string> {
  const description = vectors.join("\n").slice(0, 2000);
  await owner.call("POST", "/projects", { name: vectors[0], slug, description });
  await changeProject(owner, slug, {
    guideline: strings.join("\n\n"),
  });
  await Promise.all(
    names.slice(0, 12).map((name) => owner.call("POST", "/projects", { name, slug: `${slug}-${names.indexOf(name)}` })),
  );
  const file = { name: `${vectors[12]}.jsonl`, bytes: asBytes(rowsOf((text) => text)), newCultures: "create" as const };
  await importFile(owner, address, slug, file);
  for (const name of names.slice(0, 4)) await owner.call("POST", `/projects/${slug}/tokens`, { name, role: "viewer" });
  const list = await owner.call("GET", `/projects/${slug}/conversations?culture=jp`);
  const [whole] = list.rows as { id: string; version: number }[];
  const path = `/projects/${slug}/conversations/${whole?.id}`;
  for (const [place, name] of names.slice(0, 60).entries()) {
    await owner.call("POST", `${path}/comments`, { body: name });
    await owner.call("POST", `/projects/${slug}/views`, { name, query: "culture=jp", shared: place % 2 === 0 });
  }
  for (const name of names.slice(12, 18)) {
    const context = await browser.newContext({ baseURL: address });
    const { link } = await owner.call("POST", `/projects/${slug}/invitations`, { role: "curator" });
    const email = `${randomUUID().slice(0, 8)}@example.org`;
    await context.request.post("/api/v1/invitations/accept", {
      data: { token: new URL(String(link), address).searchParams.get("token"), name, email, password },
      headers: changeHeaders(address),
    });
    await signIn(context.request, address, email);
    const person = await personOf(context, address, { name, email });
    const { conversation } = await person.call("GET", path);
    const { version: expectedVersion } = conversation as { version: number };
    await person.call("POST", `${path}/decisions`, { expectedVersion, kind: "flag", note: name });
    await context.close();
  }
  await owner.call("POST", `/projects/${slug}/exports`, { format: "tessera", filter: { topic: [vectors[0]] } });
  return whole?.id ?? "";
}

/** Notes whatever a page does that it must not. */
async function watch(page: Page, address: string): Promise<string[]> {
  const troubles: string[] = [];
  page.on("dialog", async (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("popup", (popup) => troubles.push(`window: ${popup.url()}`));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && protocol !== "data:" && protocol !== "blob:") troubles.push(`request: ${request.url()}`);
  });
  await page.exposeBinding("violated", (_source, what: string) => {
    troubles.push(`violation: ${what}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      Reflect.get(window, "violated")(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return troubles;
}

/** Elements and attributes that only a string turned into markup could have brought. */
const foreign = [
  "iframe, object, embed, base, marquee, math, video, audio, template + img, noscript + p, x",
  "[onerror], [onload], [onfocus], [onbegin], [ontoggle], [onstart], [onmouseover], [onbeforetoggle], [srcdoc], [formaction]",
  "[href^='javascript:'], [href*='evil.example'], [src*='evil.example'], [action*='evil.example']",
].join(", ");

/** The visible text, with characters that are named in place of being drawn left out. */
const textOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => elements.map((element) => element.textContent ?? "").join("\n"));

test("no string of a user becomes anything but text, on any page", async ({
  owner,
  browser,
  baseURL: address = "",
}) => {
  test.setTimeout(300_000);
  const whole = await seed(owner, browser, address);
  const { page } = owner;
  const troubles = await watch(page, address);
  const clean = async (where: string) => {
    expect(await page.locator(foreign).count(), `${where}: foreign elements`).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, "struck")), where).toBeUndefined();
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(sideways, `${where} scrolls sideways`).toBe(0);
    expect.soft(troubles, where).toEqual([]);
  };
  const visit = async (path: string, shows: readonly string[], within = "main") => {
    await page.goto(path, { waitUntil: "networkidle" });
    const text = await textOf(page, within);
    for (const each of shows) expect.soft(text, `${path} shows ${each}`).toContain(each);
    await clean(path);
  };
  const plain = (list: readonly string[]) => list.filter((text) => !/[\n\t\u202e]/.test(text));

  await visit("/projects", plain(names.slice(0, 12)));
  await visit(`/projects/${slug}`, plain(vectors.slice(0, 40)));
  await visit(`/projects/${slug}/team`, plain([...names.slice(0, 4), ...names.slice(12, 18)]));
  await visit(`/projects/${slug}/settings?section=general`, []);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(vectors[0] ?? "");
  await visit(`/projects/${slug}/settings?section=guideline`, []);
  await visit(`/projects/${slug}/settings?section=cultures`, plain(vectors));
  await visit(`/projects/${slug}/settings?section=topics`, plain(vectors));
  await visit(`/projects/${slug}/settings?section=tags`, plain(vectors));
  const { rows: cultures } = await owner.call("GET", `/projects/${slug}/cultures`);
  const named = (cultures as { id: string; name: string }[]).find(({ name }) => name === vectors[12]);
  await visit(`/projects/${slug}/settings?section=cultures&culture=${named?.id}`, []);
  await visit(`/projects/${slug}/export`, []);

  await test.step("Browse, down to its last row", async () => {
    await visit(`/projects/${slug}/browse`, []);
    const seen = new Set<string>();
    const grid = page.getByRole("grid");
    await grid.getByRole("link").first().focus();
    const last = grid.getByText(vectors[0] ?? "", { exact: true });
    await expect(async () => {
      for (const text of await grid.getByRole("link").allTextContents()) seen.add(text);
      await page.keyboard.press("PageDown");
      await expect(last.first()).toBeVisible({ timeout: 100 });
    }).toPass({ timeout: 90_000, intervals: [20] });
    expect(seen.size).toBeGreaterThan(strings.length * 0.9);
    await clean("browse, scrolled");
  });

  await test.step("Triage: the card, the editor, the tags", async () => {
    await visit(`/projects/${slug}/triage?item=${whole}`, plain(vectors));
    await page.keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "Assistant" }).first()).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(` ${vectors[12]}`);
    await expect(page.locator("ins")).toContainText("onerror");
    await clean("editor");
    await page.getByRole("button", { name: "Discard the draft" }).click();
    await page.keyboard.press("t");
    await expect(page.getByRole("listbox", { name: "Tags" }).getByRole("option").nth(100)).toBeAttached();
    await clean("tags");
    await page.keyboard.press("Escape");
  });

  await test.step("comments, saved views, the palette, and what the pointer is told", async () => {
    await visit(`/projects/${slug}/triage?item=${whole}`, []);
    const comments = page.getByRole("region", { name: "Comments" });
    await expect(comments).toContainText(names[59] ?? "");
    const said = await textOf(page, "[aria-label=Comments]");
    for (const name of plain(names.slice(0, 60))) expect.soft(said).toContain(name);
    await clean("comments");

    await page.goto(`/projects/${slug}/browse`);
    await page.getByRole("button", { name: "Views", exact: true }).click();
    const views = page.getByRole("dialog", { name: "Views" });
    await expect(views).toContainText(names[59] ?? "");
    const listed = await views.evaluate((panel) => panel.textContent ?? "");
    for (const name of plain(names.slice(0, 60))) expect.soft(listed).toContain(name);
    await clean("views");
    await page.keyboard.press("Escape");

    // Tooltips are the browser's own, of the title: they hold strings and show text.
    const titled = await page
      .locator("[title]")
      .evaluateAll((all) => all.map((each) => each.getAttribute("title") ?? ""));
    expect(titled.some((title) => title.includes("<"))).toBe(true);
    for (const place of [0, 1, 2]) await page.locator(".data-row .col-culture").nth(place).hover();
    await clean("tooltips");

    await page.keyboard.press("Control+k");
    const box = page.getByRole("combobox");
    for (const name of names.slice(0, 12)) {
      await box.fill(name.slice(0, 20));
      await expect(
        page
          .getByRole("listbox")
          .or(page.getByText(/nothing/i))
          .first(),
      ).toBeAttached();
    }
    await clean("palette");
    await page.keyboard.press("Escape");
  });

  await test.step("import: the list, a preview with changes and unknown labels, the last sheet", async () => {
    const rows = [
      ...rowsOf((text) => `${text} ${vectors[12]}`),
      ...vectors.map((vector, index) => ({
        id: `new.${index}`,
        language: "en",
        culture: `${vector} anew`,
        messages: exchange(vector, vector),
      })),
      ...vectors.map((vector) => ({ id: vector, language: vector, culture: "jp", messages: exchange(vector, "x") })),
    ];
    // What no file system takes in a name is written as an underscore.
    const shown = (index: number) => `${vectors[index]}.jsonl`.replace(/[<>]/g, "_");
    const id = await stageFile(owner, address, slug, { name: `${vectors[17]}.jsonl`, bytes: asBytes(rows) });
    await visit(`/projects/${slug}/import/${id}`, plain(vectors.map((vector) => `${vector} anew`)));
    await expect(page.locator("ins").first()).toContainText("onerror");
    await visit(`/projects/${slug}/import`, [shown(12), shown(17)]);
    const { rows: imports } = await owner.call("GET", `/projects/${slug}/imports`);
    const done = (imports as { id: string; state: string }[]).find(({ state }) => state === "done");
    await visit(`/projects/${slug}/import/${done?.id}`, [shown(12)]);
  });

  await test.step("before the door", async () => {
    const { link } = await owner.call("POST", `/projects/${slug}/invitations`, { role: "viewer" });
    await owner.context.clearCookies();
    await visit(String(link), [vectors[0] ?? ""]);
    await visit(`/sign-in?next=${encodeURIComponent("javascript:struck=1")}`, []);
    await visit(`/set-up?token=${encodeURIComponent(vectors[12] ?? "")}`, []);
  });
});
