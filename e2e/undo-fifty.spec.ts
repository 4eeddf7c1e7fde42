import { createHash } from "node:crypto";
import { browseRows, shown } from "./browse-rows.ts";
import { expect, type Person, test } from "./fixtures.ts";

/** All that acts change in a project, as the API tells it, row by row: whatever an undo forgets shows. */
async function stateOf(person: Person, slug: string): Promise<string[]> {
  const state: string[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await person.call("GET", `/projects/${slug}/conversations?limit=200&sort=added.ascending${after}`);
    for (const row of page.rows as Record<string, unknown>[]) {
      // A version and a time count what happened, the undoing included; scores are a worker's.
      const { version: _1, updatedAt: _2, representativeness: _3, distinctiveness: _4, unscored: _5, ...rest } = row;
      state.push(JSON.stringify(rest));
    }
    cursor = typeof page.next === "string" ? page.next : null;
  } while (cursor !== null);
  return state;
}

const hashOf = (state: readonly string[]) => createHash("sha256").update(state.join("\n")).digest("hex");

/** The text, tags and standing decisions of one conversation. */
async function textOf(person: Person, slug: string, id: string): Promise<unknown> {
  const { conversation } = await person.call("GET", `/projects/${slug}/conversations/${id}`);
  const { turns, tags, decisions, status, flagged } = conversation as Record<string, unknown>;
  return { turns, tags, decisions, status, flagged };
}

test("U8: fifty undos after mixed work with an act on five hundred among it come back to the start", async ({
  owner,
  scene,
}) => {
  test.setTimeout(240_000);
  const { slug } = await scene(browseRows(92));
  const { page } = owner;
  await owner.call("POST", `/projects/${slug}/tags`, { parent: null, kind: "facet", name: "Tea", description: "" });
  const heard = page.locator("#announcer");
  const question = page.getByRole("region", { name: "Question" }).getByRole("heading");
  const badge = page.locator("#bar-slot");
  const itemOf = () => new URL(page.url()).searchParams.get("item") ?? "";
  const start = await stateOf(owner, slug);

  await page.goto(`/projects/${slug}/triage`);
  await expect(question).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".queue-left")).toHaveText(/^552 left/);
  const touched = new Map<string, unknown>();
  const act = async (keys: string[], heardWords: RegExp) => {
    await expect(question).toBeVisible({ timeout: 60_000 });
    const item = itemOf();
    if (!touched.has(item)) touched.set(item, await textOf(owner, slug, item));
    for (const key of keys) await page.keyboard.press(key);
    await expect(heard).toHaveText(heardWords);
  };
  const edit = async () => {
    await expect(question).toBeVisible({ timeout: 60_000 });
    const item = itemOf();
    if (!touched.has(item)) touched.set(item, await textOf(owner, slug, item));
    await page.keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "Assistant" })).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" 😀");
    await page.keyboard.press("Control+Enter");
    await expect(heard).toHaveText(/^Edited and accepted/);
  };
  const tag = async () => {
    await expect(question).toBeVisible({ timeout: 60_000 });
    const item = itemOf();
    if (!touched.has(item)) touched.set(item, await textOf(owner, slug, item));
    await page.keyboard.press("t");
    await expect(page.getByRole("combobox", { name: "Find a tag" })).toBeFocused();
    await page.keyboard.type("tea");
    await expect(page.getByRole("listbox", { name: "Tags" }).getByRole("option").first()).toContainText("Tea");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(heard).toHaveText("Tagged Tea.");
  };
  // Forty-nine acts: seven rounds of seven.
  for (let round = 0; round < 7; round += 1) {
    await act(["a"], /^Accepted\./);
    await act(["x", "2"], /^Rejected\./);
    await edit();
    await act(["s"], /^Skipped\./);
    await act(["f", "Enter"], /^Flagged\./);
    await tag();
    await act(["x", "x"], /^Rejected\./);
  }
  await expect(badge).toHaveText("");

  // The fiftieth: five hundred at once.
  await page.goto(`/projects/${slug}/browse?status=pending`);
  await expect(shown(page)).toContainText("of 552");
  const waiting = Number((await shown(page).textContent())?.split(" ")[0]);
  expect(waiting).toBeGreaterThanOrEqual(500);
  await page
    .getByRole("checkbox", { name: /^Select/ })
    .first()
    .check();
  await page.getByRole("button", { name: /^select all/ }).click();
  await page.keyboard.press("Shift+A");
  await page.getByRole("button", { name: `Accept ${waiting}` }).click();
  await expect(page.locator(".result")).toContainText(`${waiting} accepted.`, { timeout: 60_000 });
  expect(hashOf(await stateOf(owner, slug))).not.toBe(hashOf(start));

  await page.goto(`/projects/${slug}/triage`);
  // All that waited is accepted, so no card comes. That the queue is empty is told by a claim, so the page has come to life by then.
  await expect(page.getByText("Nothing waits to be decided in this queue.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ }).first()).toBeEnabled();
  for (let undone = 0; undone < 50; undone += 1) {
    const answered = page.waitForResponse((response) => response.url().endsWith("/undo"));
    await page.keyboard.press("z");
    expect((await answered).ok(), `undo ${undone + 1}`).toBe(true);
    if (undone === 0) await expect(heard).toHaveText(`Undone: ${waiting} conversations.`, { timeout: 60_000 });
    else await expect(badge).toHaveText("");
  }
  const end = await stateOf(owner, slug);
  expect(end.filter((row, at) => row !== start[at]).slice(0, 3)).toEqual([]);
  expect(hashOf(end)).toBe(hashOf(start));
  for (const [id, before] of touched) expect(await textOf(owner, slug, id), id).toEqual(before);
});
