import { expectClean } from "./expect-clean.ts";
import { expect } from "./fixtures.ts";
import { giveGenerator } from "./operator.ts";
import { test } from "./simulator.ts";

// Slow enough that a run can be met on its way.
test.use({ latency: 400 });

const row = { id: "tea", culture: "jp", language: "en", question: "Who pours?", answer: "The one who sits nearest." };

test("a run is started, paused, met again after a reload, watched by two to its end, and reviewed", async ({
  owner,
  scene,
  simulator,
}) => {
  const { slug, member } = await scene([row]);
  const { page } = owner;
  await page.goto(`/projects/${slug}/runs`);
  await expect(page.getByText("No model writes for this project yet.")).toBeVisible();
  await giveGenerator(slug, simulator);
  await page.reload();
  await expect(page.getByText("Nothing here yet. Write questions, choose cultures")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask", exact: true })).toBeDisabled();
  const questions = ["Who pours the tea?", "من يدخل أولًا؟", "Who speaks first?", "Where do the shoes go?"];
  await page.getByLabel("Questions, one a line").fill(questions.join("\n"));
  await page.getByRole("button", { name: /^All \d+$/ }).click();
  await page.getByRole("button", { name: "None", exact: true }).click();
  for (const name of ["Egypt", "Japan", "Mexico"]) await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByLabel("Answers to each").fill("5");
  await expectClean(page);
  await page.getByRole("button", { name: "Ask 60 times, at most $2" }).click();

  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("4 questions × 3 cultures");
  const facts = page.getByRole("region", { name: "Where it stands" });
  const figure = (name: string) => facts.locator("div", { has: page.getByText(name, { exact: true }) }).last();
  await expect(figure("Requested")).toContainText("60");
  await expect(page.getByRole("link", { name: /^Runs, run 1 under way, \d+ %$/ })).toBeAttached();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await expect(page).toHaveTitle(/^\d+ % · Run 1$/);
  await expect(page.getByRole("region", { name: "Lanes" })).toContainText("Paused");

  // What was in flight has come in, and the rest waits however often the page is opened.
  await page.reload();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await expect(facts.getByText("in flight")).toHaveCount(0);
  await expect(page).toHaveTitle(/^\d+ % · Run 1$/);
  await expectClean(page);

  // Somebody else looks on; no stream comes through to them, so that their page asks instead.
  const reader = await member("Reader", "viewer");
  await reader.page.route("**/events?**", (route) => route.abort());
  await reader.page.goto(page.url());
  await expect(reader.page.getByText("Paused", { exact: true }).first()).toBeVisible();
  await expect(reader.page.getByRole("button", { name: "Resume" })).toHaveCount(0);
  await expect(reader.page.getByRole("heading", { name: "Calls" })).toHaveCount(0);

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(figure("Pending")).toHaveText(/Pending\s*0/);
  await expect(figure("Done")).toContainText("60");
  await expect(page).toHaveTitle("Run 1");
  await expect(reader.page).toHaveTitle("Run 1");

  // By keyboard from stone to stone, and into what was said.
  const matrix = page.getByRole("group", { name: "Items: arrow keys move, Enter opens" });
  await matrix.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("End");
  await expect(page.locator(".run-under")).toContainText("Where do the shoes go?, good");
  await page.keyboard.press("Enter");
  const item = page.getByRole("region", { name: "Where do the shoes go?" });
  await expect(item.getByRole("heading")).toBeFocused();
  await item.getByText("answered").click();
  await expect(item.getByText('"role": "system"')).toBeVisible();
  await expect(page).toHaveURL(/\?item=/);
  await page.reload();
  await expect(item.getByText("answered")).toBeVisible();
  await expectClean(page);
  await item.getByRole("button", { name: "Close this item" }).click();
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page.getByRole("button", { name: "Who speaks first?" })).toHaveCount(15);
  await expectClean(page);

  // What it made is in Triage, and nothing else is.
  const fresh = page.getByRole("region", { name: "Fresh" }).getByRole("link");
  await expect(fresh).toHaveCount(5);
  await page.getByRole("link", { name: "Review 60 now" }).click();
  await expect(page.locator(".queue-left")).toHaveText(/60 left/);
  await page.goto(`/projects/${slug}/runs`);
  const listed = page.getByRole("region", { name: "Runs" }).getByRole("listitem");
  await expect(listed).toContainText("60 requested = 60 done + 0 failed + 0 cancelled + 0 pending; 60 calls");
});

test("a run stops at its limit and says why, goes on when it is raised, and keeps what there is when cancelled", async ({
  owner,
  scene,
  simulator,
}) => {
  const { slug } = await scene([row]);
  await giveGenerator(slug, simulator);
  const { page } = owner;
  const { id } = await owner.call("POST", `/projects/${slug}/runs`, {
    method: "ask",
    options: {
      questions: [{ text: "Who pours the tea?" }, { text: "Who speaks first?" }],
      cultures: ["jp", "eg", "mx"],
    },
    maxCalls: 2,
  });
  await page.goto(`/projects/${slug}/runs/${id}`);
  await expect(page.getByText("It has made as many calls as it may. Allow more, then resume.")).toBeVisible();
  const facts = page.getByRole("region", { name: "Where it stands" });
  await expect(facts.getByText("of 2", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Change the limits" }).click();
  await page.getByLabel("Calls at most").fill("4");
  await page.getByRole("button", { name: "Change the limits" }).click();
  await expect(facts.getByText("of 4", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(facts.getByRole("progressbar", { name: "Run 1" })).toHaveAttribute("aria-valuenow", "4");
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Cancel 2 to come, keep the rest" }).click();
  // As a figure, and as the state.
  await expect(page.getByText("Cancelled", { exact: true })).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Review 4 now" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Resume" })).toHaveCount(0);
});
