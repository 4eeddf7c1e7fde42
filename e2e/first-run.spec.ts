import { rm } from "node:fs/promises";
import { request } from "@playwright/test";
import { test as base, expect, type Person } from "./fixtures.ts";
import { changeHeaders, ownerEmail, ownerName, password, personOf, waitForScores } from "./person.ts";
import { newDataFolder, type Studio, startStudio } from "./studio.ts";

// A studio of its own: the first run begins where nobody has a project.
let data: string;
let studio: Studio;
base.beforeAll(async () => {
  data = await newDataFolder();
  studio = await startStudio({ data, fresh: true });
  const client = await request.newContext({ baseURL: studio.address });
  const token = new URL(studio.setUpLink ?? "").searchParams.get("token");
  await client.post("/api/v1/setup", {
    data: { token, name: ownerName, email: ownerEmail, password },
    headers: changeHeaders(studio.address),
  });
  await client.dispose();
});
base.afterAll(async () => {
  await studio.stop();
  await rm(data, { recursive: true, force: true });
});

const test = base.extend<{ newcomer: Person }>({
  newcomer: async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: studio.address });
    await use(await personOf(context, studio.address, { name: ownerName, email: ownerEmail }));
    await context.close();
  },
});

/** How long something took is told, not held to: the machine that runs this may be doing other things. */
const report = (what: string, since: number) =>
  test
    .info()
    .annotations.push({ type: "measured", description: `${what}: ${Math.round(performance.now() - since)} ms` });

test("U31: a newcomer practises six keys, puts the practice away and has it back, and looks around in the sample", async ({
  newcomer,
}) => {
  test.setTimeout(180_000);
  const { page } = newcomer;
  const heard = page.locator("#announcer");
  const question = page.getByRole("region", { name: "Question" }).getByRole("heading");
  const coach = page.getByRole("region", { name: "Practice" });
  const itemOf = () => new URL(page.url()).searchParams.get("item") ?? "";

  await page.goto("/sign-in");
  const begun = performance.now();
  await page.getByLabel("E-mail").fill(ownerEmail);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Add the sample project" })).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: "New project" })).toBeVisible();
  const clicked = performance.now();
  await page.getByRole("button", { name: "Practise on 64 conversations" }).click();
  await expect(question).toBeVisible({ timeout: 60_000 });
  report("click to first card", clicked);

  await test.step("the keys are taught one after the other, and the known answer follows each decision", async () => {
    await expect(coach.getByRole("status")).toHaveText("Press A to accept what is good");
    const first = itemOf();
    await page.keyboard.press("a");
    await expect(heard).toHaveText(/Accepted|careful reader/);
    report("sign-in to first decision", begun);
    expect(performance.now() - begun).toBeLessThan(60_000);
    await expect(coach.getByRole("status")).toHaveText("Press X then 1–6 to reject what is not, with the reason");
    await expect(coach.getByRole("listitem").filter({ hasText: "Accept" })).toContainText("used");
    await expect(page.locator(".triage-trouble")).toContainText("The last one:");
    const { rows } = await newcomer.call("GET", `/projects/practice/practice?conversation=${first}`);
    const [answer] = rows as { why: string; agreement: string }[];
    await expect(page.locator(".triage-trouble")).toContainText(answer?.why ?? "no answer");
    await expect(page.locator(".triage-trouble")).toContainText(
      answer?.agreement === "yes" ? "A careful reader agrees." : "A careful reader would",
    );

    await page.keyboard.press("x");
    await page.keyboard.press("1");
    await expect(coach.getByRole("status")).toHaveText("Press E to mend a word or two, then accept");
    await page.keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "Assistant" })).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" ");
    await page.keyboard.type("Yes.");
    await page.keyboard.press("Control+Enter");
    await expect(coach.getByRole("status")).toHaveText("Press T to tag what it is about");
    await page.keyboard.press("t");
    await expect(page.getByRole("combobox", { name: "Find a tag" })).toBeFocused();
    await expect(page.getByRole("listbox", { name: "Tags" }).getByRole("option").first()).toBeVisible();
    await page.keyboard.press("1");
    await page.keyboard.press("Escape");
    await expect(coach.getByRole("status")).toHaveText("Press Z to take the last act back");
    await page.keyboard.press("z");
    await expect(heard).toHaveText("Undone.");
    await expect(coach.getByRole("status")).toHaveText("Press J to pass one over without deciding");
    const passed = itemOf();
    await page.keyboard.press("j");
    await expect.poll(itemOf).not.toBe(passed);
    await expect(coach.getByRole("status")).toHaveText("You have used all six keys. All others stand under Keys.");
  });

  await test.step("what was learnt, and that it was put away, is remembered; legends are the person's own", async () => {
    await page.evaluate(() => localStorage.setItem("tessera.lessons", "shown"));
    await page.evaluate(() => localStorage.setItem("tessera.own-keys", JSON.stringify({ accept: "Q" })));
    await page.reload();
    await expect(question).toBeVisible();
    await expect(coach.getByRole("status")).toHaveText("Press Q to accept what is good");
    await coach.getByRole("button", { name: "Put away" }).click();
    await expect(coach).toHaveCount(0);
    await page.reload();
    await expect(question).toBeVisible();
    await expect(coach).toHaveCount(0);
    const item = itemOf();
    await page.keyboard.press("q");
    await expect.poll(itemOf).not.toBe(item);
    await page.evaluate(() => localStorage.clear());
  });

  await test.step("practice goes in one step, its pages say so politely, and it comes back", async () => {
    await page.goto("/projects");
    await page.getByRole("button", { name: "Remove Practice" }).click();
    await expect(page.getByRole("link", { name: "Practice" })).toHaveCount(0);
    for (const part of ["", "/triage", "/browse", "/export", "/settings"]) {
      const answer = await page.goto(`/projects/practice${part}`);
      expect(answer?.status(), part).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("link", { name: "To the projects" })).toBeVisible();
    }
    await page.goto("/projects");
    await page.getByRole("button", { name: "Bring back Practice" }).click();
    await expect(page.getByRole("link", { name: "Practice" })).toBeVisible();
    const { counts } = await newcomer.call("GET", "/projects/practice");
    expect(counts).toMatchObject({ total: 64, rejected: 1 });
  });

  await test.step("the sample opens in Browse, with scores soon after", async () => {
    const asked = performance.now();
    await page.getByRole("button", { name: "Add the sample project" }).click();
    await expect(page.getByRole("grid").getByRole("row").nth(3)).toBeVisible({ timeout: 60_000 });
    report("click to rows", asked);
    await waitForScores(newcomer, "sample-courtesies");
    report("click to scores", asked);
    await page.reload();
    await expect(page.locator(".score b").first()).toHaveText(/^(\.\d\d|1)$/);
  });

  await test.step("a cell of coverage opens the conversations that it counts", async () => {
    await page.goto("/projects/sample-courtesies");
    const cell = page.getByRole("link", { name: /^Japan, Food and drink: \d+ pending$/ });
    const count = /\d+/.exec((await cell.getAttribute("aria-label")) ?? "")?.[0];
    await cell.click();
    await expect(page.locator(".tools .count")).toHaveText(new RegExp(`^${count} of `));
    await expect(page).toHaveURL(/culture=jp&topic=food/);
  });

  await test.step("neither reaches an export that nobody asked to hold it", async () => {
    for (const slug of ["practice", "sample-courtesies"]) {
      const body = { format: "openai-chat", filter: {} };
      const refused = await newcomer.context.request.post(`/api/v1/projects/${slug}/exports`, {
        data: body,
        headers: changeHeaders(studio.address),
      });
      expect(refused.status(), slug).toBe(422);
      await newcomer.call("POST", `/projects/${slug}/exports`, { ...body, includeSamples: true });
    }
    await page.goto("/projects/practice/export");
    await expect(page.getByRole("checkbox", { name: /Export practice conversations/ })).not.toBeChecked();
  });
});
