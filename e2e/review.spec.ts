import type { Page } from "@playwright/test";
import { expect, type Person, type Row, test } from "./fixtures.ts";

/** The same three questions answered for six cultures, each in a language of its own. */
const voices = [
  {
    culture: "pk",
    language: "ur",
    question: "مہمان کو چائے کب پیش کی جاتی ہے؟",
    answer: "مہمان کے بیٹھتے ہی پانی اور پھر چائے پیش کی جاتی ہے۔",
  },
  {
    culture: "jp",
    language: "ja",
    question: "お客様にお茶を出すのはいつですか。",
    answer: "席についてから、まずお茶を出します。",
  },
  {
    culture: "in",
    language: "hi",
    question: "मेहमान को चाय कब दी जाती है?",
    answer: "मेहमान के बैठते ही पानी, फिर चाय दी जाती है।",
  },
  { culture: "ma", language: "ar", question: "متى يُقدَّم الشاي للضيف؟", answer: "يُقدَّم الشاي بالنعناع حين يجلس الضيف." },
  { culture: "th", language: "th", question: "ควรเสิร์ฟน้ำให้แขกเมื่อไร", answer: "เมื่อแขกนั่งแล้วจึงเสิร์ฟน้ำเย็น" },
  {
    culture: "us",
    language: "en",
    question: "When is a guest offered a drink?",
    answer: "Soon after they come in, with a choice.",
  },
];
const rows: Row[] = [1, 2, 3].flatMap((round) =>
  voices.map((voice) => ({
    id: `${round}-${voice.culture}`,
    question_key: `tea.${round}`,
    ...voice,
    question: `${voice.question} (${round})`,
  })),
);

const heard = (page: Page) => page.locator("#announcer");
const question = (page: Page) => page.getByRole("region", { name: "Question" }).getByRole("heading");
const count = (page: Page) => page.locator(".queue-left");
const badge = (page: Page) => page.locator("#bar-slot");
const itemOf = (page: Page) => new URL(page.url()).searchParams.get("item");

async function openTriage(person: Person, slug: string, item?: string): Promise<void> {
  await person.page.goto(`/projects/${slug}/triage${item === undefined ? "" : `?item=${item}`}`);
  await expect(question(person.page)).toBeVisible();
  await expect.poll(() => itemOf(person.page)).not.toBeNull();
}

/** The conversation as the server has it. */
async function stored(
  person: Person,
  slug: string,
  id: string,
): Promise<{ status: string; headRevision: number; answer: string }> {
  const { conversation } = await person.call("GET", `/projects/${slug}/conversations/${id}`);
  const { status, headRevision, turns } = conversation as {
    status: string;
    headRevision: number;
    turns: { content: string }[];
  };
  return { status, headRevision, answer: turns.at(-1)?.content ?? "" };
}

test("an annotator decides ten by keyboard, edits one, and takes it all back across a reload", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await openTriage(owner, slug);
  await expect(count(page)).toHaveText(/^18 left/);

  for (let left = 17; left >= 8; left -= 1) {
    const before = await question(page).textContent();
    const rejects = left % 3 === 0;
    await page.keyboard.press(rejects ? "x" : "a");
    if (rejects) await page.keyboard.press("2");
    await expect(heard(page)).toHaveText(`${rejects ? "Rejected" : "Accepted"}. ${left} left.`);
    await expect(question(page)).not.toHaveText(before ?? "");
  }

  const edited = itemOf(page) ?? "";
  const original = (await stored(owner, slug, edited)).answer;
  await page.keyboard.press("e");
  const field = page.getByRole("textbox", { name: "Assistant" });
  await expect(field).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" 😀");
  await expect(page.locator("ins")).toHaveText("😀");
  await page.keyboard.press("Control+Enter");
  await expect(heard(page)).toHaveText("Edited and accepted. 7 left.");
  await expect
    .poll(() => stored(owner, slug, edited))
    .toMatchObject({ status: "accepted", headRevision: 2, answer: `${original} 😀` });

  await page.keyboard.press("z");
  await expect(heard(page)).toHaveText("Undone.");
  expect(itemOf(page)).toBe(edited);
  await expect
    .poll(() => stored(owner, slug, edited))
    .toMatchObject({ status: "pending", headRevision: 1, answer: original });
  await expect(badge(page)).toHaveText("");

  await page.reload();
  await expect(question(page)).toBeVisible();
  const tenth = page
    .getByRole("navigation", { name: "Your last decisions" })
    .getByRole("button", { name: "open again" })
    .last();
  await expect(tenth).toHaveAccessibleName(/accepted/);
  await page.keyboard.press("z");
  await expect(heard(page)).toHaveText("Undone.");
  await expect.poll(() => itemOf(page)).not.toBe(edited);
  await expect.poll(async () => (await stored(owner, slug, itemOf(page) ?? "")).status).toBe("pending");
  await page.keyboard.press("Shift+Z");
  await expect.poll(async () => (await stored(owner, slug, itemOf(page) ?? "")).status).toBe("accepted");
});

test("keys are read by their place on the keyboard, and never while text is typed", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 6));
  const { page } = owner;
  await openTriage(owner, slug);
  const first = itemOf(page);
  const press = (key: string, code: string, more: object = {}) =>
    page.evaluate(
      (init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })),
      { key, code, ...more },
    );
  await press("ش", "KeyA", { isComposing: true });
  await press("ش", "KeyA", { repeat: true });
  await press("a", "KeyQ");
  expect(itemOf(page)).toBe(first);
  await press("ش", "KeyA");
  await expect(heard(page)).toHaveText("Accepted. 5 left.");
  await expect.poll(() => itemOf(page)).not.toBe(first);
  await page.keyboard.press("?");
  const map = page.getByRole("dialog", { name: "Keys of Triage" });
  await expect(map).toBeVisible();
  await map.getByRole("button", { name: "Off" }).click();
  await page.keyboard.press("Escape");
  const second = itemOf(page);
  await page.keyboard.press("a");
  await expect(count(page)).toHaveText(/^5 left/);
  expect(itemOf(page)).toBe(second);
});

test("two annotators at once never meet the same card", async ({ owner, scene }) => {
  const { slug, member } = await scene(rows);
  const bilal = await member("Bilal Ahmed", "annotator");
  await Promise.all([openTriage(owner, slug), openTriage(bilal, slug)]);
  const met: string[] = [];
  const end = (page: Page) => page.getByText("Nothing is left to decide in this queue.");
  // Each holds a few cards ahead, so the one who holds fewer comes to the end first.
  for (let working = true; working; ) {
    working = false;
    for (const { page } of [owner, bilal]) {
      await expect(question(page).or(end(page))).toBeVisible();
      if (await end(page).isVisible()) continue;
      const item = itemOf(page) ?? "";
      met.push(item);
      working = true;
      await page.keyboard.press("a");
      await expect.poll(() => itemOf(page)).not.toBe(item);
    }
  }
  expect(met).toHaveLength(18);
  expect(new Set(met).size).toBe(18);
});

test("U22: a stale edit shows both texts, and either stands or both are merged, by one key", async ({
  owner,
  scene,
}) => {
  test.setTimeout(120_000);
  const { slug, member } = await scene(rows.slice(3, 6));
  const bilal = await member("Bilal Ahmed", "annotator");
  const edit = async ({ page }: Person, words: string) => {
    await page.keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "Assistant" })).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(words);
    await page.keyboard.press("Control+s");
  };
  const { rows: three } = await owner.call("GET", `/projects/${slug}/conversations?limit=3`);
  for (const [index, choice] of (["theirs", "mine", "merge"] as const).entries()) {
    const item = (three as { id: string }[])[index]?.id ?? "";
    await openTriage(owner, slug, item);
    await openTriage(bilal, slug, item);
    await edit(bilal, " Bilal adds this.");
    await expect.poll(async () => (await stored(owner, slug, item)).headRevision).toBe(2);
    await edit(owner, " Amina says otherwise.");
    await owner.page.getByRole("button", { name: "1 needs you" }).click();
    const conflict = owner.page.getByRole("region", { name: "Two versions" });
    await expect(conflict.getByRole("heading", { name: "Bilal Ahmed changed this" })).toBeVisible();
    await expect(conflict.getByRole("article", { name: "Theirs" })).toContainText("Bilal adds this.");
    await expect(conflict.getByRole("article", { name: "Yours" })).toContainText("Amina");
    if (choice === "theirs") {
      await owner.page.keyboard.press("1");
    } else if (choice === "mine") {
      await owner.page.keyboard.press("2");
    } else {
      await owner.page.keyboard.press("e");
      const field = owner.page.getByRole("textbox", { name: "Assistant" });
      await expect(field).toHaveValue(/Amina says otherwise\.$/);
      await field.press("Control+End");
      await owner.page.keyboard.type(" Bilal adds this.");
      await owner.page.keyboard.press("Control+s");
    }
    await expect(badge(owner.page)).toHaveText("");
    const answer = {
      theirs: /[^.]\. ?Bilal adds this\.$/,
      mine: /Amina says otherwise\.$/,
      merge: /otherwise\. Bilal adds this\.$/,
    };
    await expect
      .poll(() => stored(owner, slug, item))
      .toMatchObject({ headRevision: choice === "theirs" ? 2 : 3, answer: expect.stringMatching(answer[choice]) });
    // What did not stand is kept as a revision or a draft: theirs is revision 2 whatever was chosen.
    const { turns } = await owner.call("GET", `/projects/${slug}/conversations/${item}/revisions/2`);
    expect(JSON.stringify(turns)).toContain("Bilal adds this.");
  }
});

test("what is decided without a connection is kept here and sent after a reload", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page, context } = owner;
  await openTriage(owner, slug);
  await expect(count(page)).toHaveText(/^18 left/);
  await context.setOffline(true);
  for (let left = 17; left >= 15; left -= 1) {
    await page.keyboard.press("a");
    await expect(heard(page)).toHaveText(`Accepted. ${left} left.`);
  }
  await expect(badge(page)).toHaveText("Offline · 3 kept here");
  await context.setOffline(false);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(badge(page)).toHaveText("");
  await expect
    .poll(async () => (await owner.call("GET", `/projects/${slug}/facets`)).status)
    .toContainEqual(expect.objectContaining({ key: "accepted", count: 3 }));
});

test("a curator narrows the list, sorts it, and opens a row by keyboard", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse`);
  const shown = page.getByRole("status").filter({ hasText: "of" });
  await expect(shown).toHaveText("18 of 18");
  await page.getByRole("button", { name: /^Japan 日本/ }).click();
  await expect(shown).toHaveText("3 of 18");
  await expect(page).toHaveURL(/culture=jp/);
  await expect(page.getByRole("grid", { name: "Conversations" }).getByRole("link")).toHaveCount(3);
  await expect(page.getByRole("grid").locator("[lang=ja]").first()).toHaveText(/お茶/);

  await page.getByRole("button", { name: /^Sort: / }).click();
  await page.getByRole("combobox", { name: "Sort by: direction" }).selectOption("ascending");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/sort=added\.ascending/);
  await expect(page.getByRole("grid").getByRole("link").first()).toHaveText(/\(1\)/);

  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: /\(2\)/ })).toBeFocused();
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/triage\?item=/);
  await expect(question(page)).toHaveText(/\(2\)/);
  await page.goBack();
  await expect(shown).toHaveText("3 of 18");
  await page.getByRole("button", { name: "Remove filter Japan" }).click();
  await expect(shown).toHaveText("18 of 18");
});

test("a viewer reads a card and is offered no decision", async ({ scene }) => {
  const { slug, member } = await scene(rows.slice(0, 6));
  const viewer = await member("Yuki Mori", "viewer");
  await viewer.page.goto(`/projects/${slug}/browse`);
  await viewer.page.getByRole("grid").getByRole("link").first().focus();
  await viewer.page.keyboard.press("o");
  await expect(question(viewer.page)).toBeVisible();
  await expect(viewer.page.getByText("deciding needs the role of an annotator")).toBeVisible();
  await expect(viewer.page.getByRole("button", { name: "Accept" })).toHaveCount(0);
});
