import { expectClean } from "./expect-clean.ts";
import { expect } from "./fixtures.ts";
import { giveGenerator, simulatedModel, tessera } from "./operator.ts";
import { test } from "./simulator.ts";

// The first model does not take one question, and refuses another.
test.use({
  script: {
    faults: [
      { fault: "F9", model: simulatedModel, contains: "Who speaks first?" },
      { fault: "F26", model: simulatedModel, contains: "من يدخل أولًا؟" },
    ],
  },
});

const row = { id: "tea", culture: "jp", language: "en", question: "Who pours?", answer: "The one who sits nearest." };

test("what one model would not answer is asked of another, by the page and by the command line", async ({
  owner,
  scene,
  simulator,
}) => {
  const { slug } = await scene([row]);
  await giveGenerator(slug, simulator);
  const other = `Second of ${slug}`;
  const second = "tessera-simulator-2";
  await tessera("connection", "add", "--name", other, "--base-url", simulator, "--simulated", "--model", second);
  const { page } = owner;
  const { id } = await owner.call("POST", `/projects/${slug}/runs`, {
    method: "ask",
    options: {
      questions: [{ text: "Who pours the tea?" }, { text: "Who speaks first?" }, { text: "من يدخل أولًا؟" }],
      cultures: ["jp", "eg"],
    },
  });
  await page.goto(`/projects/${slug}/runs/${id}`);
  const problems = page.getByRole("region", { name: "Problems" });
  await expect(problems.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Review 2 now" })).toBeVisible();
  await expectClean(page);

  await problems
    .getByRole("button", { name: "Ask another model 2: The request is longer than the model takes." })
    .click();
  const model = problems.getByLabel("Model to ask");
  await expect(model).toBeFocused();
  await model.selectOption(`${other}, ${second}`);
  await expectClean(page);
  await problems.getByRole("button", { name: /^Ask this model 2/ }).click();
  await expect(page.getByRole("link", { name: "Review 4 now" })).toBeVisible();

  await tessera("run", "retry", String(id), "--code", "note", "--connection", other);
  // The page of a run that was done does not listen any more.
  await page.reload();
  await expect(page.getByRole("link", { name: "Review 6 now" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Calls" })).toContainText(second);
  const { rows } = await owner.call("GET", `/projects/${slug}/runs/${id}/attempts`);
  const asked = (rows as { model: string; state: string }[]).map((call) => `${call.model} ${call.state}`).sort();
  expect(asked).toEqual([
    ...Array.from({ length: 2 }, () => `${simulatedModel} failed`),
    ...Array.from({ length: 2 }, () => `${simulatedModel} ok`),
    ...Array.from({ length: 2 }, () => `${simulatedModel} refused`),
    ...Array.from({ length: 4 }, () => `${second} ok`),
  ]);
});

test("a lane tells until when its limit a minute makes it wait", async ({ owner, scene, simulator }) => {
  const { slug } = await scene([row]);
  const name = `Slow of ${slug}`;
  await tessera("allow-host", "127.0.0.1");
  await tessera(
    ...["connection", "add", "--name", name, "--base-url", simulator, "--simulated", "--model", simulatedModel],
    ...["--requests-per-minute", "2"],
  );
  await tessera("connection", "use", name, "--project", slug, "--role", "generator", "--model", simulatedModel);
  const { page } = owner;
  const { id } = await owner.call("POST", `/projects/${slug}/runs`, {
    method: "ask",
    options: { questions: [{ text: "Who pours the tea?" }, { text: "من يدخل أولًا؟" }], cultures: ["jp", "eg", "mx"] },
  });
  await page.goto(`/projects/${slug}/runs/${id}`);
  const lanes = page.getByRole("region", { name: "Lanes" });
  await expect(lanes).toContainText(/Rate limit until \d\d:\d\d:\d\d/);
  await expect(lanes).toContainText("at most 2 requests a minute");
  await expectClean(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: /^Cancel \d to come/ }).click();
  await expect(lanes).toHaveCount(0);
});
