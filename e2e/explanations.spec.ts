import type { Page } from "@playwright/test";
import { clusterUrl, readClusterFile } from "#lib/host/cluster-file.ts";
import { connectDatabase } from "#lib/host/connect-database.ts";
import { axeFaults } from "./axe-faults.ts";
import { grid } from "./browse-rows.ts";
import { expect, type Person, type Row, test } from "./fixtures.ts";
import { vectors } from "./naughty-strings.ts";
import { changeProject, waitForScores } from "./person.ts";

const voices = [
  { culture: "us", name: "United States", own: ["porch", "potluck", "casserole", "quilt", "diner", "ballpark"] },
  { culture: "gb", name: "United Kingdom", own: ["kettle", "biscuit", "queue", "cardigan", "allotment", "scone"] },
  { culture: "ng", name: "Nigeria", own: ["jollof", "agbada", "lantern", "harmattan", "kolanut", "veranda"] },
];
const scenes = ["a wedding", "a birth", "the first rain", "a farewell", "the new year", "a harvest", "a visit"];

/** The same questions answered in one language for three cultures, each in words of its own. */
const rows: Row[] = Array.from({ length: 22 }, (_, round) =>
  voices.map(({ culture, own }) => {
    const word = (at: number) => own[(round + at) % own.length];
    return {
      id: `${round}-${culture}`,
      culture,
      language: "en",
      question_key: `custom.${round}`,
      question: `What is brought to ${scenes[round % scenes.length]} on day ${round}?`,
      answer: `People bring a ${word(0)} and a ${word(1)}, then sit near the ${word(2)} until the evening of day ${round}.`,
    };
  }),
).flat();

const why = (page: Page) => page.getByRole("complementary", { name: "Why these scores" });
const measure = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const heard = (page: Page) => page.locator("#announcer");

interface Listed {
  id: string;
  externalId: string;
}

async function listed(owner: Person, slug: string): Promise<Map<string, string>> {
  const { rows: found } = await owner.call("GET", `/projects/${slug}/conversations?limit=200`);
  return new Map((found as Listed[]).map(({ id, externalId }) => [externalId, id]));
}

/** Says who is near whom, as scoring leaves it in the database. */
async function writeNear(
  id: string,
  home: readonly string[],
  abroad: readonly { id: string; culture: string }[],
): Promise<void> {
  const client = await connectDatabase(clusterUrl(await readClusterFile(process.env.TESSERA_E2E_DATA ?? "")));
  const likeness = (place: number) => 0.9 - place / 10;
  await client.query(
    `INSERT INTO neighbour (conversation_id, project_id, basis, revision, home, abroad, nearest_home, nearest_abroad, same_in, compared)
     SELECT id, project_id, 'lexical', head_revision, $2::json, $3::json, 0.9, 0.9, 1, 2 FROM conversation WHERE id = $1
     ON CONFLICT (conversation_id) DO UPDATE SET home = excluded.home, abroad = excluded.abroad, same_in = excluded.same_in, compared = excluded.compared`,
    [
      id,
      JSON.stringify(home.map((near, place) => ({ id: near, similarity: likeness(place) }))),
      JSON.stringify(abroad.map((near, place) => ({ ...near, similarity: likeness(place) }))),
    ],
  );
  await client.end();
}

async function openCard(page: Page, slug: string, item: string): Promise<void> {
  await page.goto(`/projects/${slug}/triage?item=${item}`);
  await expect(page.locator(".queue-left")).toHaveText(/left/);
}

test("a card says why it scores so, and an edit is stale at once and scored again without a reload", async ({
  owner,
  scene,
}) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const ids = await listed(owner, slug);
  const item = ids.get("3-us") ?? "";
  await writeNear(item, [ids.get("9-us") ?? ""], [{ id: ids.get("3-gb") ?? "", culture: "gb" }]);
  const { page } = owner;
  await openCard(page, slug, item);

  // Both measures with their ends, each estimator by itself, its parts in words.
  const representative = measure(page, "Representative");
  const distinctive = measure(page, "Distinctive");
  await expect(representative).toContainText(/between (\.\d\d|1\.00) and (\.\d\d|1\.00)/);
  await expect(representative).toContainText("says nothing of whether it is true");
  const wording = distinctive.getByText("by difference of wording");
  await wording.click();
  await expect(distinctive.getByText("words used more here than elsewhere")).toBeVisible();
  await expect(distinctive).toContainText(/between (\.\d\d|1\.00) and (\.\d\d|1\.00)/);

  // The words that carry it are marked in the text, and light up with their numbers in Why.
  const carrier = distinctive.getByRole("list", { name: "Words that set it apart" }).getByRole("button").first();
  await expect(page.locator(".evidence").first()).toBeVisible();
  await carrier.focus();
  const lit = page.locator(".evidence[data-mark~='1']").first();
  await expect(lit).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");

  // The nearest texts open where they stand.
  const near = measure(page, "Nearest texts");
  await expect(near).toContainText("Says the same in 1 of 2 other cultures.");
  await near.getByText("United Kingdom").click();
  await expect(near.getByText(/^People bring a cardigan/)).toBeVisible();
  await expect(near.getByRole("link", { name: "Open its card" }).last()).toHaveAttribute(
    "href",
    `/projects/${slug}/triage?item=${ids.get("3-gb")}`,
  );
  expect(await axeFaults(page, { within: ".why" })).toEqual([]);

  // Another text: stale while the studio has not heard of it, then new, on this page.
  const bar = representative.locator(".measure-head .score");
  const before = await bar.textContent();
  // The editor is fetched when the page has come to rest, or when it is first opened; after that it opens offline too.
  const answer = page.getByRole("textbox", { name: "Assistant" });
  await page.keyboard.press("e");
  await expect(answer).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(answer).toHaveCount(0);
  await page.context().setOffline(true);
  await page.keyboard.press("e");
  await answer.fill("Nothing at all, for there we fast.");
  await page.getByRole("button", { name: /Save only/ }).click();
  await expect(bar).toHaveText(/stale/);
  await expect(representative.getByRole("status")).toContainText("Stale: the text has changed");
  await expect(distinctive.getByRole("status")).toContainText("Stale: the text has changed");
  await page.context().setOffline(false);
  await expect(heard(page)).toContainText("The scores are new.", { timeout: 30_000 });
  await expect(bar).not.toHaveText(/stale/);
  await expect(bar).not.toHaveText(before ?? "");

  // What was compared with it has new scores too.
  const { conversation } = await owner.call("GET", `/projects/${slug}/conversations/${ids.get("3-gb")}`);
  expect((conversation as { scores: { stale: boolean }[] }).scores.some(({ stale }) => stale)).toBe(false);
  await page.goto(`/projects/${slug}/browse`);
  await expect(grid(page).getByText("stale")).toHaveCount(0);
});

test("U32: a score's name has its value, what it means, and between which ends it lies", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const ids = await listed(owner, slug);
  const { page } = owner;
  await page.goto(`/projects/${slug}/browse?columns=representativeness,distinctiveness`);
  await expect(grid(page).locator(".data-row").first()).toMatchAriaSnapshot(`
    - row:
      - gridcell:
        - checkbox
      - gridcell:
        - link
      - gridcell /Representative ?(\\.\\d+|1\\.00) ?, between (\\.\\d+|1\\.00) and (\\.\\d+|1\\.00) ?, more typical than \\d+\\s% of/
      - gridcell /Distinctive/
  `);
  await openCard(page, slug, ids.get("3-us") ?? "");
  await expect(measure(page, "Representative")).toMatchAriaSnapshot(`
    - region "Representative":
      - heading "Representative" [level=2]
      - img /Representativeness of the items of United States; this one is at/
  `);
  await expect(measure(page, "Representative").locator(".measure-head .score")).toHaveText(
    /^(\.\d\d|1\.00), between (\.\d\d|1\.00) and (\.\d\d|1\.00)$/,
  );

  // What is only read aloud does not make the page longer than its window.
  await page.setViewportSize({ width: 390, height: 900 });
  await page.locator(".why-line:visible").click();
  await expect(measure(page, "Nearest texts")).toBeVisible();
  const beneath = () => document.documentElement.scrollHeight - document.documentElement.clientHeight;
  expect(await page.evaluate(beneath), "the page scrolls beneath the card").toBeLessThan(2);
});

test("a blind card names no culture among its nearest texts, with scores and without", async ({ owner, scene }) => {
  const { slug, member } = await scene(rows);
  await waitForScores(owner, slug);
  const ids = await listed(owner, slug);
  const item = ids.get("4-us") ?? "";
  await writeNear(
    item,
    [ids.get("5-us") ?? ""],
    ["gb", "ng"].map((culture) => ({ id: ids.get(`6-${culture}`) ?? "", culture })),
  );
  await changeProject(owner, slug, { blind: true, hideScores: true });
  const { page } = await member("Ines", "annotator");
  await openCard(page, slug, item);
  const names = /United|Nigeria/;
  const told = () => page.locator(".triage").evaluate((desk) => desk.innerHTML);
  await expect(why(page).getByRole("heading", { name: "Scores hidden" })).toBeVisible();
  await expect(measure(page, "Nearest texts")).toHaveCount(0);
  expect(await told()).not.toMatch(names);
  await page.keyboard.press("h");
  await expect(measure(page, "Nearest texts")).toContainText("Culture B");
  for (const folded of await why(page).locator("summary").all()) await folded.click();
  expect(await told()).not.toMatch(names);
});

test("U28: no string of a nearest text becomes anything but text", async ({ owner, scene }) => {
  const strings = vectors.slice(0, 60);
  const hostile = strings.map((text, place) => ({
    id: `x-${place}`,
    culture: place % 2 === 0 ? "us" : "gb",
    language: "en",
    question: `${place} ${text}`,
    answer: `${text} ${place}`,
  }));
  const { slug } = await scene([...rows, ...hostile]);
  await waitForScores(owner, slug);
  const ids = await listed(owner, slug);
  const { page } = owner;
  const troubles: string[] = [];
  page.on("dialog", (dialog) => {
    troubles.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  const idOf = (place: number) => ids.get(`x-${place}`) ?? "";
  for (let from = 0; from < strings.length; from += 6) {
    const places = [0, 1, 2, 3, 4, 5].map((place) => from + place);
    const item = ids.get(`${from / 6}-us`) ?? "";
    const [home, abroad] = [places.slice(0, 3), places.slice(3)];
    await writeNear(
      item,
      home.map(idOf),
      abroad.map((place) => ({ id: idOf(place), culture: "gb" })),
    );
    await openCard(page, slug, item);
    const near = measure(page, "Nearest texts");
    await expect(near.locator("details")).toHaveCount(6);
    for (const folded of await near.locator("summary").all()) await folded.click();
    const text = (await near.textContent()) ?? "";
    for (const place of places) expect.soft(text).toContain((strings[place] ?? "").split("\n")[0] ?? "");
    expect(await near.locator("script, iframe, img, svg, math, style, object, [onerror], [onload]").count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, "struck"))).toBeUndefined();
  }
  expect(troubles).toEqual([]);
});
