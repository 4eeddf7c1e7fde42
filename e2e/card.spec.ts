import type { Page } from "@playwright/test";
import { axeFaults } from "./axe-faults.ts";
import { expect, type Person, type Row, test } from "./fixtures.ts";
import { changeProject } from "./person.ts";

/** Two questions, each answered for four cultures, so that every card has three siblings. */
const voices = [
  {
    culture: "pk",
    language: "ur",
    question: "مہمان کو چائے کب پیش کی جاتی ہے؟",
    answer: "مہمان کے بیٹھتے ہی چائے پیش کی جاتی ہے۔",
  },
  {
    culture: "jp",
    language: "ja",
    question: "お客様にお茶を出すのはいつですか。",
    answer: "席についてから、まずお茶を出します。",
  },
  { culture: "ma", language: "ar", question: "متى يُقدَّم الشاي للضيف؟", answer: "يُقدَّم الشاي بالنعناع حين يجلس الضيف." },
  { culture: "us", language: "en", question: "When is a guest offered a drink?", answer: "Soon after they come in." },
];
const rows: Row[] = [1, 2].flatMap((round) =>
  voices.map((voice) => ({ id: `${round}-${voice.culture}`, question_key: `tea.${round}`, ...voice })),
);

const heard = (page: Page) => page.locator("#announcer");
const question = (page: Page) => page.getByRole("region", { name: "Question" }).getByRole("heading");
const sides = (page: Page) => page.getByRole("region", { name: /^Side by side/ });
const itemOf = (page: Page) => new URL(page.url()).searchParams.get("item") ?? "";

async function openTriage({ page }: Person, slug: string, item?: string): Promise<void> {
  await page.goto(`/projects/${slug}/triage${item === undefined ? "" : `?item=${item}`}`);
  await expect(question(page)).toBeVisible();
  await expect(page.locator(".queue-left")).toHaveText(/left/);
}

interface Decision {
  kind: string;
  reason: string | null;
  note: string | null;
  ratings: Record<string, number> | null;
}

async function decisionsOn(person: Person, slug: string, id: string): Promise<Decision[]> {
  const { conversation } = await person.call("GET", `/projects/${slug}/conversations/${id}`);
  return (conversation as { decisions: Decision[] }).decisions;
}

test("siblings stand in one order for one person, walk, and one of them stays when pinned", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.setViewportSize({ width: 1920, height: 1000 });
  await openTriage(owner, slug);
  const item = itemOf(page);
  const order = async () => (await sides(page).getAttribute("aria-label")) ?? "";
  const first = await order();
  expect(first).toMatch(/^Side by side: A .+, B .+, C .+$/);
  await page.reload();
  await expect(sides(page)).toHaveAttribute("aria-label", first);

  await page.keyboard.press("]");
  await expect(sides(page)).toHaveAttribute("aria-label", /: A .+, C .+, D .+/);
  await page.keyboard.press("p");
  await expect(sides(page)).toHaveAttribute("aria-label", /: C .+, A .+, D .+/);
  await page.keyboard.press("]");
  await expect(sides(page)).toHaveAttribute("aria-label", /: C .+, A .+, B .+/);

  // The answers line up: what stands in one row starts at one height.
  const tops = await sides(page)
    .locator(".turn:last-child")
    .evaluateAll((turns) => new Set(turns.map((turn) => turn.getBoundingClientRect().top)).size);
  expect(tops).toBe(1);
  await page.keyboard.press("a");
  await expect(heard(page)).toHaveText("Accepted. 7 left.");
  await expect.poll(() => decisionsOn(owner, slug, item)).toMatchObject([{ kind: "accept" }]);
});

test("a blind project tells no culture and no score before the decision, and both after it", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  await changeProject(owner, slug, { blind: true, hideScores: true });
  const { page } = owner;
  await openTriage(owner, slug);
  const told = () =>
    page.evaluate(() => {
      const desk = document.querySelector(".triage");
      const names = [...(desk?.querySelectorAll("[aria-label], [title]") ?? [])].map(
        (each) => `${each.getAttribute("aria-label")} ${each.getAttribute("title")}`,
      );
      return `${desk?.textContent} ${names.join(" ")} ${document.title}`;
    });
  const names = /Pakistan|Japan|Morocco|United States|پاکستان|日本|المغرب/;
  expect(await told()).not.toMatch(names);
  await expect(sides(page)).toHaveAttribute("aria-label", /A Culture A, B Culture B/);
  await expect(page.getByRole("heading", { name: "Scores hidden" })).toBeVisible();
  await page.keyboard.press("h");
  await expect(page.getByRole("heading", { name: "Representative" })).toBeVisible();
  await page.keyboard.press("h");
  await expect(page.getByRole("heading", { name: "Scores hidden" })).toBeVisible();

  await page.keyboard.press("a");
  await expect(heard(page)).toHaveText("Accepted. 7 left.");
  const stone = page
    .getByRole("navigation", { name: "Your last decisions" })
    .getByRole("button", { name: "open again" });
  await expect(stone).toHaveAccessibleName(names);
  await stone.click();
  await expect(sides(page)).toHaveAttribute("aria-label", names);
});

test("a note, ratings, a reason to skip, and what to look at go with the decision", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await changeProject(owner, slug, { ratings: ["importance", "plausibility"] });
  const { page } = owner;
  await openTriage(owner, slug);

  const rated = itemOf(page);
  await page.keyboard.press("4");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: "importance 4 of 5" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("n");
  await page.keyboard.type("Said at 5 o'clock, too");
  await page.keyboard.press("Enter");
  await page.keyboard.press("a");
  await expect(heard(page)).toHaveText("Accepted. 7 left.");
  await expect
    .poll(() => decisionsOn(owner, slug, rated))
    .toMatchObject([{ kind: "accept", note: "Said at 5 o'clock, too", ratings: { importance: 4, plausibility: 2 } }]);

  const skipped = itemOf(page);
  await expect(page.getByRole("button", { name: "importance 4 of 5" })).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Shift+S");
  await expect(heard(page)).toHaveText("Skipped. 6 left.");
  await expect
    .poll(() => decisionsOn(owner, slug, skipped))
    .toMatchObject([{ kind: "skip", reason: "not-my-culture" }]);

  const flagged = itemOf(page);
  await page.keyboard.press("f");
  await page.keyboard.type("Is this Fez only?");
  await page.keyboard.press("Enter");
  await expect(heard(page)).toHaveText("Flagged. 6 left.");
  await expect
    .poll(() => decisionsOn(owner, slug, flagged))
    .toMatchObject([{ kind: "flag", note: "Is this Fez only?" }]);

  await openTriage(owner, slug, rated);
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    /accepted revision 1, importance 4, plausibility 2.*Said at 5 o'clock, too/,
  );
});

test("a comment is written, withdrawn and brought back beside the card", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 4));
  const { page } = owner;
  await openTriage(owner, slug);
  await page.keyboard.press("m");
  await expect(page.getByRole("textbox", { name: "Comment" })).toBeFocused();
  await page.keyboard.type("कृपया देखें, accepted?");
  await page.keyboard.press("Control+Enter");
  const comments = page.getByRole("region", { name: "Comments" });
  await expect(comments.getByText("कृपया देखें, accepted?")).toBeVisible();
  await comments.getByRole("button", { name: "Withdraw" }).click();
  await expect(comments).toContainText("Withdrawn.");
  await comments.getByRole("button", { name: "Undo" }).click();
  await expect(comments.getByText("कृपया देखें, accepted?")).toBeVisible();
  await expect(comments.getByRole("button", { name: "Withdraw" })).toBeVisible();
});

test("a digit or Enter pressed before the tags have come is not lost", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 4));
  for (const name of ["Hospitality", "Tea"])
    await owner.call("POST", `/projects/${slug}/tags`, {
      parent: null,
      kind: "facet",
      name,
      description: "",
    });
  const { page } = owner;
  await openTriage(owner, slug);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/tags", async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("t");
  await expect(page.getByRole("combobox", { name: "Find a tag" })).toBeFocused();
  await page.keyboard.press("2");
  const options = page.getByRole("listbox", { name: "Tags" }).getByRole("option");
  await expect(options).toHaveCount(0);
  release();
  const chips = page.locator(".tags .chip").filter({ visible: true });
  await expect(chips).toHaveCount(1);
  await expect(chips).toHaveText((await options.nth(1).locator("bdi").textContent()) ?? "");
  await page.keyboard.type("hospitality");
  await page.keyboard.press("Enter");
  await expect(chips).toHaveCount(2);
  await expect(chips.filter({ hasText: "Hospitality" })).toHaveCount(1);
});

test("the guideline opens beside the card and deciding goes on", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 4));
  await changeProject(owner, slug, { guideline: "# Accept\nWhat a guest would know.\n\n- <b>no markup</b>\n" });
  const { page } = owner;
  await openTriage(owner, slug);
  await page.keyboard.press("g");
  const drawer = page.getByRole("region", { name: "Guideline" });
  await expect(drawer.getByRole("heading", { name: "Accept" })).toBeVisible();
  await expect(drawer.getByRole("listitem")).toHaveText("<b>no markup</b>");
  await page.keyboard.press("a");
  await expect(heard(page)).toHaveText("Accepted. 3 left.");
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
});

test("a claim is renewed without claiming one more", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.clock.install();
  await openTriage(owner, slug);
  const asked: { count: number; exclude: string[] }[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/claims")) asked.push(request.postDataJSON());
  });
  await page.clock.runFor(76_000);
  await expect.poll(() => asked.map(({ count }) => count)).toEqual([0]);
  expect(asked[0]?.exclude).toHaveLength(4);
});

test("at the end stands what was done and what took longest, which opens again", async ({ owner, scene }) => {
  const { slug } = await scene(rows.slice(0, 4));
  const { page } = owner;
  await openTriage(owner, slug);
  for (const [at, keys] of [["a"], ["x", "2"], ["a"], ["s"]].entries()) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(page.locator(".queue-left")).toHaveText(new RegExp(`^${3 - at} left`));
  }
  await expect(
    page.getByText("You decided 4 conversations in this sitting: 2 accepted, 1 rejected, 1 skipped"),
  ).toBeVisible();
  const longest = page.getByRole("region", { name: "What took you longest" }).getByRole("button");
  await expect(longest).toHaveCount(4);
  await longest.first().click();
  await expect(question(page)).toBeVisible();
});

test("the card has no faults that axe can find in any of its states, in both themes and three widths", async ({
  owner,
  scene,
  baseURL,
}) => {
  test.slow();
  const { slug } = await scene(rows);
  await changeProject(owner, slug, { ratings: ["importance"], guideline: "# Accept\n\n- what a guest would know" });
  const { page, context } = owner;
  await page.emulateMedia({ reducedMotion: "reduce" });
  const check = async (state: string) => {
    expect(await axeFaults(page, { within: ".triage" }), state).toEqual([]);
    const faults = await page.evaluate(() => {
      const inSight = [...document.querySelectorAll<HTMLElement>(".triage button, .triage summary")].filter(
        (each) => each.offsetParent !== null && !each.closest(".unseen"),
      );
      const small = inSight.filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width < 23.5 || height < 23.5;
      });
      const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return { small: small.map((each) => each.outerHTML), sideways };
    });
    expect(faults, state).toEqual({ small: [], sideways: 0 });
  };
  for (const theme of ["light", "dark"]) {
    await context.addCookies([{ name: "tessera-theme", value: theme, url: baseURL ?? "" }]);
    for (const width of [1440, 1024, 390]) {
      const view = `${theme} ${width}`;
      await page.setViewportSize({ width, height: 900 });
      await openTriage(owner, slug);
      await page.keyboard.press("3");
      await page.keyboard.press("n");
      await page.keyboard.press("Enter");
      await page.keyboard.press("m");
      await check(`rated, with a note and a comment begun, ${view}`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("g");
      await expect(page.getByRole("region", { name: "Guideline" })).toBeVisible();
      await page.keyboard.press("Escape");
      await page.keyboard.press("f");
      await expect(page.getByRole("textbox", { name: "Note with the flag" })).toBeFocused();
      await check(`flagging, ${view}`);
      await page.keyboard.press("Escape");
    }
  }
});
