import type { Locator, Page } from "@playwright/test";
import { browseRows, cursorRow, grid, panel } from "./browse-rows.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { changeProject, waitForScores } from "./person.ts";

const rows = browseRows(12);
const names = /Pakistan|Japan|China|Morocco|Thailand|United States|پاکستان|日本|中国|المغرب|ประเทศไทย/;
const figure = /\.\d\d\b/;

/** Everything that a place says: to eyes, to a pointer that rests, and to a screen reader. */
const told = (place: Locator) =>
  place.evaluate((element) => {
    const said = [element, ...element.querySelectorAll("*")].flatMap((each) =>
      ["aria-label", "aria-valuetext", "title"].map((name) => each.getAttribute(name) ?? ""),
    );
    return `${element.textContent} ${said.join(" ")}`;
  });

async function makeBlind(owner: Person, slug: string): Promise<void> {
  await waitForScores(owner, slug);
  await changeProject(owner, slug, { blind: true, hideScores: true });
}

/** What the next decision of a page says of how the card stood. */
async function sentBy(page: Page, act: () => Promise<void>): Promise<Record<string, unknown>> {
  const sent = page.waitForRequest((request) => request.url().endsWith("/decisions"));
  await act();
  return (await sent).postDataJSON();
}

test("Browse keeps culture and scores from an annotator until the decision, and tells them to whoever leads", async ({
  owner,
  scene,
}) => {
  const { slug, member } = await scene(rows);
  await makeBlind(owner, slug);
  const { page } = await member("Ines", "annotator");
  await page.goto(
    `/projects/${slug}/browse?columns=culture,representativeness,distinctiveness,language,identifier,status`,
  );
  await expect(page.getByText("Cultures and scores stay out of these rows.")).toBeVisible();
  await expect(grid(page).getByRole("columnheader")).toHaveText(["", "Question", /Status/]);
  const list = await told(grid(page));
  expect(list).not.toMatch(names);
  expect(list).not.toMatch(figure);
  await page.getByRole("button", { name: /^Sort:/ }).click();
  await expect(page.getByLabel("Sort by: column").getByRole("option")).toHaveText(["Added", "Updated", "Status"]);
  await page.keyboard.press("Escape");

  await cursorRow(page).getByRole("link").click();
  const peek = panel(page);
  await expect(peek).toHaveAccessibleName("Conversation, Culture A");
  await expect(peek.getByRole("heading", { name: "Scores hidden" })).toBeVisible();
  await expect(peek.getByRole("region", { name: "Side by side: A Culture A" })).toBeVisible();
  expect(await told(peek)).not.toMatch(names);
  expect(await told(peek)).not.toMatch(figure);
  await expect(peek.locator("[data-mark]")).toHaveCount(0);
  await expect(peek.locator(".peek-head")).not.toHaveText(/\b(ur|ja|zh|ar|th|en)\b/);

  // Scores can be looked at by choice; the culture stays out of their sentences.
  await page.keyboard.press("h");
  await expect(peek.getByRole("heading", { name: "Representative" })).toBeVisible();
  expect(await told(peek)).not.toMatch(names);
  await page.keyboard.press("h");
  await expect(peek.getByRole("heading", { name: "Scores hidden" })).toBeVisible();

  const first = new URL(page.url()).searchParams.get("peek");
  await page.keyboard.press("n");
  await peek.getByLabel("Note with the decision").fill("Every guest knows this");
  await page.keyboard.press("Enter");
  const body = await sentBy(page, () => page.keyboard.press("a"));
  expect(body).toMatchObject({
    kind: "accept",
    note: "Every guest knows this",
    shown: { order: [first], scoresHidden: true, culturesHidden: true },
  });
  // The next one is as blind as the first was; the decided one tells.
  await expect(page).not.toHaveURL(new RegExp(`peek=${first}`));
  await expect(peek).toHaveAccessibleName("Conversation, Culture A");
  await page.keyboard.press("k");
  await expect(peek).toHaveAccessibleName(names);
  await expect(peek.getByRole("heading", { name: "Representative" })).toBeVisible();
  expect(await told(peek)).toMatch(figure);
  await page.keyboard.press("z");
  await expect(peek).toHaveAccessibleName("Conversation, Culture A");
  await expect(peek.getByRole("heading", { name: "Scores hidden" })).toBeVisible();

  const { page: leading } = owner;
  await leading.goto(`/projects/${slug}/browse?peek=${first}`);
  await expect(
    leading.getByRole("complementary", { name: names }).getByRole("heading", { name: "Representative" }),
  ).toBeVisible();
  expect(await told(grid(leading))).toMatch(names);
  await expect(leading.getByText("stay out of these rows")).toHaveCount(0);
});

test("Triage keeps both from an annotator until the decision, and Browse then tells what Triage told", async ({
  owner,
  scene,
}) => {
  const { slug, member } = await scene(rows);
  await makeBlind(owner, slug);
  const { page } = await member("Ines", "annotator");
  await page.goto(`/projects/${slug}/triage`);
  const desk = page.locator(".triage");
  const sides = page.getByRole("region", { name: /^Side by side/ });
  await expect(sides).toHaveAccessibleName(/A Culture A, B Culture B/);
  await expect(page.locator(".queue-left")).toHaveText(/left/);
  expect(await told(desk)).not.toMatch(names);
  await expect(page.getByRole("heading", { name: "Scores hidden" })).toBeVisible();
  await expect(desk.locator("[data-mark]")).toHaveCount(0);
  const item = new URL(page.url()).searchParams.get("item");
  const body = await sentBy(page, () => page.keyboard.press("s"));
  expect(body).toMatchObject({ kind: "skip", shown: { scoresHidden: true, culturesHidden: true } });
  await expect(page).not.toHaveURL(new RegExp(`item=${item}`));

  await expect
    .poll(async () => (await owner.call("GET", `/projects/${slug}/conversations/${item}`)).conversation)
    .toMatchObject({ decisions: [{ kind: "skip" }] });
  await page.goto(`/projects/${slug}/browse?peek=${item}`);
  // By its role: while the page streams in, parts of it stand in it twice, one of them out of sight.
  await expect(
    page.getByRole("complementary", { name: names }).getByRole("heading", { name: "Representative" }),
  ).toBeVisible();
});
