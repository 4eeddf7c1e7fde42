import type { Page } from "@playwright/test";
import { expect, type Person, type Row, test } from "./fixtures.ts";

const rows: Row[] = Array.from({ length: 34 }, (_, at) => ({
  id: `row-${at}`,
  culture: ["pk", "jp", "us"][at % 3] ?? "us",
  language: "en",
  question_key: `q-${Math.floor(at / 3)}`,
  question: `What is said at the door? (${at})`,
  answer: `A greeting, and the name of the house. (${at})`,
}));

const question = (page: Page) => page.getByRole("region", { name: "Question" }).getByRole("heading");
const badge = (page: Page) => page.locator("#bar-slot");
const itemOf = (page: Page) => new URL(page.url()).searchParams.get("item");
const counted = async (person: Person, slug: string, key: string) => {
  const { status } = await person.call("GET", `/projects/${slug}/facets`);
  return (status as { key: string; count: number }[]).find((each) => each.key === key)?.count;
};
/** The conversations that this person decided, oldest first. */
const decided = async (person: Person, slug: string) => {
  const { rows: entries } = await person.call("GET", `/projects/${slug}/history?limit=50`);
  return (entries as { conversation: string }[]).map(({ conversation }) => conversation).reverse();
};

async function openTriage({ page }: Person, slug: string): Promise<void> {
  await page.goto(`/projects/${slug}/triage`);
  await expect(question(page)).toBeVisible();
}

/** Decides by keyboard; waits for the next card only. Returns what was decided. */
async function decide(page: Page, times: number): Promise<string[]> {
  const items: string[] = [];
  for (let time = 0; time < times; time++) {
    await expect.poll(() => itemOf(page)).not.toBeNull();
    const item = itemOf(page) ?? "";
    items.push(item);
    await page.keyboard.press("a");
    await expect.poll(() => itemOf(page)).not.toBe(item);
  }
  return items;
}

const isDecision = (url: URL) => url.pathname.endsWith("/decisions");

test("U2: a slow server that fails one time in ten gets every decision once", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  let asked = 0;
  await page.route(isDecision, async (route) => {
    asked += 1;
    if (asked % 10 === 3) return route.fulfill({ status: 503, body: "" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return route.continue();
  });
  await openTriage(owner, slug);
  const items = await decide(page, 20);
  await expect(badge(page)).toHaveText("", { timeout: 60_000 });
  expect(await counted(owner, slug, "accepted")).toBe(20);
  expect((await decided(owner, slug)).toSorted()).toEqual(items.toSorted());
  expect(asked).toBeGreaterThan(20);
});

test("U3: decisions made without a connection outlive a reload and are stored once, in order", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.route(isDecision, (route) => route.abort());
  await openTriage(owner, slug);
  const items = await decide(page, 30);
  await expect(badge(page)).toHaveText("Offline · 30 kept here");
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(badge(page)).toHaveText("Offline · 30 kept here");
  await page.unroute(isDecision);
  await expect(badge(page)).toHaveText("", { timeout: 60_000 });
  expect(await counted(owner, slug, "accepted")).toBe(30);
  const stored = await decided(owner, slug);
  expect(stored.toSorted()).toEqual(items.toSorted());
});

test("U4: a key held down for two seconds decides once", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 6));
  const { page } = owner;
  await openTriage(owner, slug);
  const before = itemOf(page);
  // A held key repeats some thirty times a second; `down` again without `up` is such a repeat.
  for (let time = 0; time < 60; time++) await page.keyboard.down("a");
  await page.keyboard.up("a");
  await expect.poll(() => itemOf(page)).not.toBe(before);
  await expect(badge(page)).toHaveText("");
  expect(await counted(owner, slug, "accepted")).toBe(1);
});

test("L5: two tabs share one outbox, count alike, and send each act once", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 12));
  const { page, context } = owner;
  const sent: string[] = [];
  let up = false;
  await context.route(isDecision, (route) => {
    if (!up) return route.abort();
    sent.push(route.request().headers()["idempotency-key"] ?? "");
    return route.continue();
  });
  await openTriage(owner, slug);
  const other = { ...owner, page: await context.newPage() };
  await openTriage(other, slug);
  const items = await decide(page, 2);
  // The claims are the person's, so both tabs may hold the same card.
  items.push(...(await decide(other.page, 1)));
  for (const each of [page, other.page]) await expect(badge(each)).toHaveText("Offline · 3 kept here");
  // The tab that sends crashes or closes; the other one takes over.
  page.on("dialog", (dialog) => dialog.accept());
  await page.close({ runBeforeUnload: false });
  up = true;
  await expect(badge(other.page)).toHaveText("", { timeout: 60_000 });
  expect(new Set(sent).size).toBe(sent.length);
  expect(await counted(owner, slug, "accepted")).toBe(new Set(items).size);
  expect(sent.length).toBe(3);
});

test("K15: a text in the middle of an edit is there again after the tab has crashed", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 3));
  const { page, context } = owner;
  await openTriage(owner, slug);
  const item = itemOf(page);
  await page.keyboard.press("e");
  const field = (on: Page) => on.getByRole("textbox", { name: "Assistant" });
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" نصف جملة");
  await expect(field(page)).toHaveValue(/نصف جملة$/);
  // What was typed is written behind the keys: a crash may take the last moment, and no more.
  await expect.poll(() => page.evaluate(storedDrafts)).toContain("نصف جملة");
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(`/projects/${slug}/triage?item=${item}`);
  // The server draws the card before the page has come to life; until then nobody hears a key, or a press of the button.
  const edit = again.getByRole("button", { name: /Edit$/ });
  await expect(async () => {
    if (await edit.isVisible()) await edit.click({ timeout: 1000 });
    await expect(field(again)).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(field(again)).toHaveValue(/نصف جملة$/);
});

test("signing out with something unsent asks once", async ({ scene }) => {
  const { slug, member } = await scene(rows.slice(0, 6));
  const person = await member("Bilal Ahmed", "annotator");
  const { page } = person;
  await openTriage(person, slug);
  await page.route(isDecision, (route) => route.abort());
  await decide(page, 1);
  await expect(badge(page)).toHaveText("Offline · 1 kept here");
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "1 decision not sent yet would be lost" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out all the same" }).click();
  await expect(page).toHaveURL(/sign-in/);
});

/** Runs in the page: the unfinished texts that its database holds. */
function storedDrafts(): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("tessera");
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const all = asked.result.transaction("drafts").objectStore("drafts").getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        asked.result.close();
        resolve(JSON.stringify(all.result));
      };
    };
  });
}
