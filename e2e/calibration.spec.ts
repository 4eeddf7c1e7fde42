import { z } from "zod";
import { axeFaults } from "./axe-faults.ts";
import { expect, type Row, test } from "./fixtures.ts";
import { waitForScores } from "./person.ts";

const dishes = ["rice", "barley", "noodles", "bread", "lentils", "fish", "beans", "pickles", "soup", "dumplings"];
const times = ["at dawn", "after the harvest", "on a feast day", "when guests come", "in the rain", "before school"];

/** Sixty answers of one culture, the later ones worded ever less like the others, and a few of another. */
const rows: Row[] = [
  ...Array.from({ length: 60 }, (_, n): Row => {
    const own = Array.from({ length: Math.floor(n / 6) }, (_, at) => `tale${n}x${at}`).join(" ");
    return {
      id: `jp-${n}`,
      culture: "jp",
      language: "en",
      question: `What is eaten ${times[n % 6]}, asked for the ${n}th time?`,
      answer: `People eat ${dishes[n % 10]} with tea ${times[n % 6]} and thank the cook. ${own}`,
    };
  }),
  ...Array.from(
    { length: 12 },
    (_, n): Row => ({
      id: `eg-${n}`,
      culture: "eg",
      language: "ar",
      question: `ماذا يأكل الناس في اليوم ${n}؟`,
      answer: `يأكلون الفول والخبز مع الشاي في البيت ${"مع الجيران ".repeat(n % 4)}`,
    }),
  ),
];

const Page = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      version: z.int(),
      culture: z.object({ code: z.string() }),
      representativeness: z.object({ value: z.number() }).nullable(),
    }),
  ),
});

test("a curator sees what scores are worth, fits a calibration, switches it on, finds Browse calibrated, and takes it back", async ({
  owner,
  scene,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const { slug } = await scene(rows);
  await waitForScores(owner, slug);
  const listed = Page.parse(await owner.call("GET", `/projects/${slug}/conversations?limit=200`));
  const scored = listed.rows
    .filter(({ culture }) => culture.code === "jp")
    .toSorted((a, b) => (a.representativeness?.value ?? 0) - (b.representativeness?.value ?? 0));
  expect(scored).toHaveLength(60);
  // The upper half is accepted and the lower rejected, each with three exceptions.
  for (const [place, { id, version }] of scored.entries())
    await owner.call("POST", `/projects/${slug}/conversations/${id}/decisions`, {
      expectedVersion: version,
      kind: place >= 30 !== [4, 12, 20, 38, 46, 55].includes(place) ? "accept" : "reject",
    });
  for (const { id, version, culture } of listed.rows)
    if (culture.code === "eg")
      await owner.call("POST", `/projects/${slug}/conversations/${id}/decisions`, {
        expectedVersion: version,
        kind: "accept",
      });

  const { page, context } = owner;
  await page.goto(`/projects/${slug}`);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Scores" }).click();
  await expect(page.getByRole("heading", { name: "Scores", level: 1 })).toBeVisible();
  await expect(page.getByText("typicality of wording", { exact: false }).first()).toBeVisible();

  const table = page.getByRole("region", { name: "Agreement by culture" });
  await test.step("agreement by culture, with what is missing where there is too little", async () => {
    await expect(table.getByRole("row", { name: /Egypt/ })).toContainText("not enough to say (12 of 50)");
    await table.getByRole("link", { name: /Japan/ }).click();
    await expect(page).toHaveURL(/culture=jp/);
    const japan = table.getByRole("row", { name: /Japan/ });
    await expect(japan).toContainText("30 accepted");
    // 27 of 30 above and 3 of 30 below the middle, in places that the list above names.
    await expect(japan.getByRole("cell").nth(2)).toContainText(/^\.8/);
    await page.getByText("As table").first().click();
    await expect(page.getByRole("table").filter({ hasText: "Share accepted" })).toBeVisible();
  });

  await test.step("a threshold opens Browse on what lies above it", async () => {
    const link = table.getByRole("row", { name: /Japan/ }).getByRole("link", { name: /^Browse what scores/ });
    await expect(link).toHaveAttribute("href", /culture=jp&representativenessFrom=0\.\d+/);
  });

  await test.step("fit, then switch on", async () => {
    await page.getByRole("button", { name: "Fit to 60 decided" }).click();
    await expect(page.getByText("It changes nothing until it is on.")).toBeVisible();
    await page.getByRole("button", { name: "Switch version 1 on" }).click();
    await expect(page.getByText("Version 1 is on.")).toBeVisible();
    await expect(page.getByText("Lists follow…")).toHaveCount(0, { timeout: 30_000 });
  });

  const values = async () => {
    const found = Page.parse(await owner.call("GET", `/projects/${slug}/conversations?limit=200`));
    return new Map(found.rows.map((row) => [row.id, row.representativeness?.value ?? null]));
  };
  const raw = new Map(listed.rows.map((row) => [row.id, row.representativeness?.value ?? null]));
  const best = scored.at(-1)?.id ?? "";
  await test.step("lists show calibrated values and say so", async () => {
    expect((await values()).get(best)).not.toBe(raw.get(best));
    const browser = await context.newPage();
    await browser.goto(`/projects/${slug}/browse`);
    await expect(browser.getByText("1 calibrated")).toBeVisible();
    await browser.goto(`/projects/${slug}/browse?peek=${best}`);
    await expect(browser.getByText(/Calibrated, version 1: .* Raw \.\d/)).toBeVisible();
    await browser.close();
  });

  await test.step("undo shows raw values again", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Version 1 is off.")).toBeVisible();
    await expect(page.getByText("Lists follow…")).toHaveCount(0, { timeout: 30_000 });
    await expect.poll(values).toEqual(raw);
  });

  for (const [theme, width] of [
    ["light", 1440],
    ["dark", 1024],
    ["light", 390],
  ] as const) {
    await context.addCookies([{ name: "tessera-theme", value: theme, url: baseURL ?? "" }]);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/projects/${slug}/scores?estimator=lexical&measure=representativeness&culture=jp`);
    await expect(page.getByRole("button", { name: "Switch version 1 on" })).toBeVisible();
    expect(await axeFaults(page), `${theme} ${width}`).toEqual([]);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${width} scrolls sideways`).toBe(0);
    if (process.env.SCORES_PICTURES) {
      await page.screenshot({ path: `${process.env.SCORES_PICTURES}/scores-${theme}-${width}.png`, fullPage: true });
    }
  }
});

test("somebody who only reads sees the figures and nothing to switch", async ({ scene }) => {
  const { slug, member } = await scene(rows.slice(0, 2));
  const reader = await member("Reader", "viewer");
  await reader.page.goto(`/projects/${slug}/scores?estimator=nonsense&measure=wrong&culture=nowhere`);
  await expect(reader.page.getByRole("heading", { name: "Scores", level: 1 })).toBeVisible();
  await expect(reader.page.getByText("No version yet.")).toBeVisible();
  await expect(reader.page.getByRole("button", { name: /^Fit|^Score again/ })).toHaveCount(0);
});
