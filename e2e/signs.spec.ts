import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { settle } from "./looks.ts";
import { type Stage, test } from "./stage.ts";

const deficiencies = ["protanopia", "deuteranopia", "tritanopia", "achromatopsia"] as const;

/** The lightness of each pixel, 0 to 255, of each element as it is painted; all of one picture, since one takes long. */
async function lightnessOf(page: Page, elements: readonly Locator[]): Promise<number[][]> {
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  const picture = (await page.screenshot({ animations: "disabled" })).toString("base64");
  return page.evaluate(
    async ([base64, places]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
      if (pen === null) throw new Error("There is no canvas to look at.");
      pen.drawImage(image, 0, 0);
      return places.map((box) => {
        if (box === null) throw new Error("An element is not drawn.");
        const { data } = pen.getImageData(Math.round(box.x), Math.round(box.y), 14, 14);
        return Array.from({ length: data.length / 4 }, (_, at) => {
          const [red = 0, green = 0, blue = 0] = data.slice(at * 4);
          return Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        });
      });
    },
    [picture, boxes] as const,
  );
}

async function openBrowse({ page, full }: Stage): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 2400 });
  await page.goto(`/projects/${full}/browse?sort=updated.descending`);
  await expect(page.locator(".data-row .mark").first()).toBeVisible();
  await settle(page);
}

test("U14: states are told apart by shape and word under four deficiencies of sight, in both themes", async ({
  stage,
}) => {
  const { page } = stage;
  await openBrowse(stage);
  const session = await page.context().newCDPSession(page);
  const words = ["Pending", "Accepted", "Rejected", "Flagged", "Edited"];
  for (const theme of ["light", "dark"])
    for (const type of deficiencies) {
      await page.evaluate((shown) => {
        document.documentElement.dataset.theme = shown;
      }, theme);
      await session.send("Emulation.setEmulatedVisionDeficiency", { type });
      const marks = words.map((word) => page.locator(".data-row .mark", { hasText: word }).first());
      for (const mark of marks) await expect(mark, "says its word").toBeVisible();
      const seen = await lightnessOf(
        page,
        marks.map((mark) => mark.locator("svg")),
      );
      const pictures = words.map((word, place) => [word, seen[place] ?? []] as const);
      for (const [place, [one, first]] of pictures.entries())
        for (const [two, second] of pictures.slice(place + 1)) {
          const differing = first.filter((value, at) => Math.abs(value - (second[at] ?? 0)) >= 40).length;
          expect.soft(differing, `${one} and ${two}, ${theme}, ${type}`).toBeGreaterThanOrEqual(8);
        }
    }
  await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
});

test("U14: a score says its number, and its bar is as long as the number", async ({ stage }) => {
  const { page } = stage;
  await openBrowse(stage);
  const scores = await page.locator(".data-row .score:has(svg):not(:has(b[aria-hidden]))").evaluateAll((found) =>
    found.map((score) => {
      const said = Number(score.querySelector("b")?.textContent);
      const bar = score.querySelector<SVGGraphicsElement>("path:not(.bed)")?.getBBox();
      const whole = score.querySelector("svg")?.viewBox.baseVal.width ?? Number.NaN;
      return { said, drawn: ((bar?.x ?? 0) + (bar?.width ?? 0)) / whole };
    }),
  );
  expect(scores.length).toBeGreaterThan(20);
  for (const { said, drawn } of scores)
    expect(Math.abs(said - drawn), `${said} is drawn as ${drawn}`).toBeLessThan(0.05);
});

test("U32: names carry the value and what it means", async ({ stage }) => {
  const { page, full, item } = stage;
  await openBrowse(stage);
  const row = page
    .locator(".data-row")
    .filter({ has: page.locator(".score svg") })
    .first();
  await expect(row.locator(".col-representativeness")).toHaveText(
    /^Representative(0?\.\d\d|1\.00).*(more typical than \d+\s% of)/i,
  );
  await expect(row.locator(".col-distinctiveness")).toHaveText(/^Distinctive(0?\.\d\d|1\.00|–)/i);
  for (const bound of ["lowest", "highest"]) {
    const thumb = page.getByRole("slider", { name: `Representative, ${bound}` });
    await expect(thumb).toHaveAttribute("aria-valuetext", /^[01]\.\d\d, \d+ rows?$/);
  }

  await page.goto(`/projects/${full}/triage?item=${item}`);
  await expect(page.locator(".queue-left")).toHaveText(/left/);
  const measure = page.getByRole("region", { name: "Representative" });
  await expect(measure).toMatchAriaSnapshot(`
    - region "Representative":
      - heading "Representative" [level=2]
  `);
  await expect(measure.getByRole("img").first()).toHaveAccessibleName(/Representativeness of the items of .+\d/);
  await expect(measure).toContainText(/more typical than \d+\s% of the items of/);
  await expect(page.getByRole("region", { name: "Question" }).getByRole("heading", { level: 2 })).toHaveAccessibleName(
    /\S/,
  );
  await expect(page.locator(".act [data-command=accept]")).toHaveAccessibleName(/Accept/);
  const past = page.getByRole("navigation", { name: "Your last decisions" });
  await page.keyboard.press("s");
  await expect(past.getByRole("button", { name: "open again" }).last()).toHaveAccessibleName(/skipped/);
  await page.keyboard.press("z");
});
