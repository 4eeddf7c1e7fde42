import type { Locator, Page } from "@playwright/test";
import { axeFaults } from "./axe-faults.ts";
import { compareRows } from "./compare-rows.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { sidewaysFaults } from "./look-faults.ts";
import { changeProject } from "./person.ts";

const rows = compareRows();
const columns = (page: Page) => page.getByRole("region", { name: /^Side by side/ });
const column = (page: Page, name: string | RegExp) => columns(page).getByRole("article", { name });
const aids = (page: Page) => page.getByRole("complementary", { name: "Reading aids" });
const order = (page: Page) =>
  columns(page)
    .getByRole("article")
    .evaluateAll((articles) => articles.map((each) => each.getAttribute("data-culture") ?? ""));

/** A page that is only drawn yet answers no key. */
async function open(page: Page, slug: string, query: string): Promise<void> {
  await page.goto(`/projects/${slug}/compare?${query}`);
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll("button, input, a[href]")].at(-1);
    return last !== undefined && Object.keys(last).some((key) => key.startsWith("__reactProps"));
  });
}

/** Ten answers of a culture would be needed for a typicality; likeness needs two. */
async function waitForLikeness(person: Person, slug: string): Promise<void> {
  await expect
    .poll(async () => (await person.call("GET", `/projects/${slug}/comparison?question=tea.guest`)).likeness, {
      timeout: 60_000,
    })
    .toMatchObject({ computed: true });
}

async function statusOf(person: Person, slug: string, externalId: string): Promise<string> {
  const { rows: found } = await person.call("GET", `/projects/${slug}/conversations?limit=50`);
  const list = found as { externalId: string; status: string }[];
  return list.find((row) => row.externalId === externalId)?.status ?? "";
}

test("by keyboard alone: from Triage to the columns, lenses, reference, answers, a decision and its undo", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  await waitForLikeness(owner, slug);
  const { page } = owner;
  await page.goto(`/projects/${slug}/triage?culture=us&item=${await idOf(owner, slug, "tea-us")}`);
  await expect(page.locator(".queue-left")).toHaveText(/left/);
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/compare\?question=tea\.guest&cultures=us$/);
  await expect(page.getByRole("heading", { level: 1, name: "Compare" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "How is tea served to a guest?" })).toBeVisible();
  await expect(column(page, "United States, reference")).toHaveAttribute("aria-current", "true");
  await expect(columns(page).getByRole("article")).toHaveCount(6);

  await open(page, slug, "question=tea.guest&cultures=us,gb,jp,eg");
  expect(await order(page)).toEqual(["us", "gb", "jp", "eg"]);
  await expect(column(page, "United States, reference")).toBeVisible();
  await page.keyboard.press("Shift+3");
  await expect(column(page, "Japan, reference")).toBeVisible();
  expect(await order(page)).toEqual(["jp", "us", "gb", "eg"]);
  await expect(page).toHaveURL(/cultures=jp%2Cus%2Cgb%2Ceg/);

  // One lens after another; the address says which.
  await page.keyboard.press("v");
  await expect(page).toHaveURL(/lens=only-here/);
  await expect(column(page, "United Kingdom").locator("mark").first()).toBeVisible();
  await expect(column(page, "Japan").getByText("No other column is in its language")).toBeVisible();
  await expect(column(page, "Japan").locator("mark")).toHaveCount(0);

  // The column in hand goes by arrows and says so; its second answer, and another culture in its place.
  await page.keyboard.press("ArrowRight");
  await expect(column(page, "United States")).toHaveAttribute("aria-current", "true");
  await expect(column(page, "United States")).toBeFocused();
  await expect(column(page, "United States").getByText("Answer 1 of 2")).toBeVisible();
  await page.keyboard.press("Shift+BracketRight");
  await expect(column(page, "United States").getByText("in a paper cup")).toBeVisible();
  await expect(page).toHaveURL(/answers=us%3A2/);
  await page.keyboard.press("BracketRight");
  await expect(column(page, "United States")).toHaveCount(0);
  await page.keyboard.press("BracketLeft");
  await expect(column(page, "United States")).toHaveAttribute("aria-current", "true");

  await page.keyboard.press("a");
  await expect(column(page, "United States").getByText("Accepted")).toBeVisible();
  await expect.poll(() => statusOf(owner, slug, "tea-us-2")).toBe("accepted");
  await page.keyboard.press("z");
  await expect(column(page, "United States").getByText("Pending")).toBeVisible();
  await expect.poll(() => statusOf(owner, slug, "tea-us-2")).toBe("pending");
  await page.keyboard.press("x");
  await page.keyboard.press("3");
  await expect.poll(() => statusOf(owner, slug, "tea-us-2")).toBe("rejected");

  // The questions beside, and the same columns there; Back comes back.
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "Which bread is put on the table?" })).toBeVisible();
  await expect(page).toHaveURL(/question=bread\.guest/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "How is tea served to a guest?" })).toBeVisible();
  await page.keyboard.press("q");
  await expect(page.getByRole("list", { name: "Questions" }).getByRole("listitem")).toHaveCount(2);
});

async function idOf(person: Person, slug: string, externalId: string): Promise<string> {
  const { rows: found } = await person.call("GET", `/projects/${slug}/conversations?limit=50`);
  return (found as { externalId: string; id: string }[]).find((row) => row.externalId === externalId)?.id ?? "";
}

test("questions are found by words and lead to their columns; an empty project says what to do", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await open(page, slug, "");
  const list = page.getByRole("list", { name: "Questions" });
  await expect(list.getByRole("listitem")).toContainText(["2 cultures", "7 cultures"]);
  await expect
    .poll(async () => (await owner.call("GET", `/projects/${slug}/questions?search=cardamom`)).rows)
    .toHaveLength(1);
  await page.getByRole("searchbox", { name: "Search the questions" }).fill("cardamom");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(page).toHaveURL(/search=cardamom/);
  await list.getByRole("link").click();
  await expect(columns(page).getByRole("article")).toHaveCount(6);
  const empty = `${slug}-empty`;
  await owner.call("POST", "/projects", { name: "Not begun", slug: empty });
  await open(page, empty, "");
  await expect(page.getByText("No question has answers yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Import a file" })).toBeVisible();
});

test("difference, shared words, score strip and likeness: each says what it tells, and where it tells nothing", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  await waitForLikeness(owner, slug);
  const { page } = owner;
  await open(page, slug, "question=tea.guest&cultures=br,pt,jp&lens=difference");
  await expect(column(page, "Portugal").locator("ins")).toHaveText("!");
  await expect(column(page, "Portugal").locator("del")).toHaveText(".");
  await expect(column(page, "Japan").getByText("In another language than the reference")).toBeVisible();
  const table = aids(page).getByRole("table", { name: /How alike/ });
  await expect(table.getByRole("cell", { name: /Brazil and Portugal: 1\.00/ })).toBeVisible();
  await expect(table.getByRole("cell", { name: /Brazil and Japan: not told/ })).toBeVisible();
  await expect(aids(page).getByText(/Most alike: .*Brazil.* and .*Portugal/)).toBeVisible();
  await aids(page).getByText("Shared", { exact: true }).click();
  await expect(column(page, "Brazil").locator("mark").first()).toBeVisible();
  await aids(page).getByText("Score strip").click();
  await expect(column(page, "Brazil").getByText("difference from siblings")).toBeVisible();
  // Japan has no language in common with another column, so a difference from it is not offered.
  await aids(page).getByRole("button", { name: "Make Japan the reference" }).click();
  await expect(aids(page).getByRole("radio", { name: /Difference/ })).toBeDisabled();
  await aids(page).getByRole("checkbox", { name: /India/ }).check();
  await expect(column(page, "India")).toBeVisible();
  await aids(page)
    .getByRole("checkbox", { name: /Portugal/ })
    .uncheck();
  await expect(column(page, "Portugal")).toHaveCount(0);
});

test("answers that say the same are decided in one act, and one undo takes it back", async ({ owner, scene }) => {
  const { slug, member } = await scene(rows);
  await waitForLikeness(owner, slug);
  const { page } = owner;
  await open(page, slug, "question=tea.guest&cultures=us,br,pt");
  await expect(page.getByText("Copied across cultures?")).toBeVisible();
  await page.getByRole("combobox", { name: "Whose answer to keep" }).selectOption({ label: "Keep Portugal" });
  await page.getByRole("button", { name: "Accept it, reject 1 other" }).click();
  await expect(column(page, "Portugal").getByText("Accepted")).toBeVisible();
  await expect(column(page, "Brazil").getByText("Rejected")).toBeVisible();
  expect([await statusOf(owner, slug, "tea-pt"), await statusOf(owner, slug, "tea-br")]).toEqual([
    "accepted",
    "rejected",
  ]);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(column(page, "Brazil").getByText("Pending")).toBeVisible();
  await expect(column(page, "Portugal").getByText("Pending")).toBeVisible();
  expect(await statusOf(owner, slug, "tea-br")).toBe("pending");

  const { page: annotating } = await member("Ines", "annotator");
  await open(annotating, slug, "question=tea.guest&cultures=br,pt");
  await expect(annotating.getByText("needs the role of a curator")).toBeVisible();
});

test("pairs are judged by 1 to 4 on drawn sides, rank the answers, and are taken back", async ({ owner, scene }) => {
  const { slug, member } = await scene(rows);
  const { page } = await member("Ines", "annotator");
  await open(page, slug, "question=tea.guest&cultures=us,gb,in");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/pairs=specific/);
  await expect(column(page, /^A, /)).toBeVisible();
  await expect(column(page, /^B, /)).toBeVisible();
  await expect(page.getByText("Which is more specific to its culture?")).toBeVisible();
  const seen = new Set<string>();
  for (const key of ["1", "2", "3"]) {
    const pair = await order(page);
    seen.add(pair.toSorted().join());
    const sent = page.waitForResponse((answer) => answer.url().endsWith("/judgements"));
    await page.keyboard.press(key);
    const request = (await sent).request().postDataJSON();
    expect(request).toMatchObject({ asked: "specific", preferred: { 1: "first", 2: "second", 3: "both" }[key] });
    expect(request.shown.seed).not.toBe("");
    await expect.poll(async () => (await order(page)).join()).not.toBe(pair.join());
  }
  expect(seen.size).toBe(3);
  const ranking = aids(page).getByRole("region", { name: "Ranking" });
  await expect(ranking.getByText("By 3 judgements")).toBeVisible();
  await expect(ranking.getByRole("listitem")).toHaveCount(3);
  await expect(ranking.getByText("not enough to say").first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(ranking.getByText("By 2 judgements")).toBeVisible();
  await page.keyboard.press("4");
  await expect(ranking.getByText("By 3 judgements")).toBeVisible();
  const { judgements } = await owner.call("GET", `/projects/${slug}/ranking?question=tea.guest&asked=specific`);
  expect(judgements).toBe(3);
  await page.getByRole("button", { name: "Typical" }).click();
  await expect(ranking.getByText("No pair has been judged yet")).toBeVisible();
});

const told = (place: Locator) =>
  place.evaluate((element) => {
    const said = [element, ...element.querySelectorAll("*")].flatMap((each) =>
      ["aria-label", "title", "data-culture"].map((name) => each.getAttribute(name) ?? ""),
    );
    return `${element.textContent} ${said.join(" ")}`;
  });
const names = /United States|United Kingdom|India|Japan|日本|Egypt|مصر|Brazil|Portugal/;

test("by choice the names are hidden, guessed and told; a blind project tells them after the decision", async ({
  owner,
  scene,
}) => {
  const { slug, member } = await scene(rows);
  await waitForLikeness(owner, slug);
  const { page } = owner;
  await open(page, slug, "question=tea.guest&cultures=us,gb,in");
  await page.keyboard.press("b");
  await expect(column(page, "Culture A, reference")).toBeVisible();
  await expect(column(page, names)).toHaveCount(0);
  for (const letter of ["A", "B", "C"])
    await page.getByRole("combobox", { name: `Whose answer is Culture ${letter}?` }).selectOption({ label: "India" });
  await page.getByRole("button", { name: "Tell me" }).click();
  await expect(page.getByText("You guessed 1 of 3; chance alone would guess 1.0.")).toBeVisible();
  await expect(column(page, /^India/).getByText("You guessed it.")).toBeVisible();

  await changeProject(owner, slug, { blind: true, hideScores: true });
  const { page: blind } = await member("Ines", "annotator");
  await open(blind, slug, "question=tea.guest");
  await expect(blind.getByText("This project is blind")).toBeVisible();
  await expect(blind.getByRole("button", { name: "Blind" })).toHaveCount(0);
  await expect(column(blind, "Culture A, reference").getByText("Scores hidden")).toBeVisible();
  expect(await told(blind.locator(".compare"))).not.toMatch(names);
  await blind.keyboard.press("ArrowRight");
  const sent = blind.waitForRequest((request) => request.url().endsWith("/decisions"));
  await blind.keyboard.press("a");
  expect((await sent).postDataJSON().shown).toMatchObject({ culturesHidden: true, scoresHidden: true });
  await expect(columns(blind).getByRole("article", { name: names })).toHaveCount(1);
  await expect(columns(blind).getByRole("article", { name: /^Culture / })).toHaveCount(5);
  await expect(blind).not.toHaveURL(/cultures=/);
});

test("from Browse: the panel's key and the selected rows lead to the columns", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse?peek=${await idOf(owner, slug, "tea-jp")}`);
  const panel = page.getByRole("complementary", { name: /^Conversation, / });
  await expect(panel.getByRole("link", { name: "Compare" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/compare\?question=tea\.guest&cultures=jp/);
  await page.goto(`/projects/${slug}/browse?culture=jp,eg`);
  await page.getByRole("checkbox", { name: /^Select the \d+ loaded rows/ }).check();
  await page.getByRole("region", { name: "Selected" }).getByRole("link", { name: "Compare" }).click();
  await expect(columns(page).getByRole("article")).toHaveCount(2);
});

test("axe finds nothing in both themes at three widths; texts have their language and direction", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  await waitForLikeness(owner, slug);
  const { page } = owner;
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        "question=tea.guest&cultures=us,gb,br,pt,jp,eg&lens=only-here",
        "question=tea.guest&lens=scores",
        "question=tea.guest&pairs=typical",
        "",
      ]) {
        await open(page, slug, query);
        await expect(page.locator("h1:visible")).toHaveCount(1);
        if (query.includes("pairs")) await expect(column(page, /^A, /)).toBeVisible();
        expect(await axeFaults(page), `${theme} ${width} ${query}`).toEqual([]);
        expect(await page.evaluate(sidewaysFaults)).toEqual([]);
      }
    }
  }
  await open(page, slug, "question=tea.guest&cultures=jp,eg");
  const arabic = column(page, "Egypt").locator(".compare-cell .c").last();
  await expect(arabic).toHaveAttribute("lang", "ar");
  expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  await expect(
    column(page, /^Japan/)
      .locator(".compare-cell .c")
      .last(),
  ).toHaveAttribute("lang", "ja");
});

test("U29: on paper: all columns, no aids, nothing cut, the hash at the foot", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const { page } = owner;
  await open(page, slug, "question=tea.guest&cultures=us,gb,jp,eg");
  const { sha256 } = await owner.call("GET", `/projects/${slug}/comparison?question=tea.guest&cultures=us,gb,jp,eg`);
  await page.emulateMedia({ media: "print" });
  await expect(columns(page).getByRole("article")).toHaveCount(4);
  await expect(aids(page)).toBeHidden();
  await expect(page.getByRole("toolbar")).toBeHidden();
  await expect(page.locator(".compare-print")).toContainText(String(sha256));
  const faults = await page.locator(".compare-cell").evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const { breakInside, overflowX } = getComputedStyle(cell);
      return breakInside === "avoid" && cell.scrollWidth <= cell.clientWidth + 1 && overflowX === "visible"
        ? []
        : [`${breakInside} ${overflowX} ${cell.scrollWidth} of ${cell.clientWidth}`];
    }),
  );
  expect(faults).toEqual([]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(10_000);
});
