import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, type Person, type Row, test } from "./fixtures.ts";
import { settle } from "./looks.ts";
import { changeProject, importFile } from "./person.ts";
import { inkOutside, specimens } from "./script-sheet.ts";

const rows = specimens.map(({ language, text }) => ({
  id: `sheet.${language}`,
  culture: "India",
  language,
  topic: text.slice(0, 30),
  tags: [text.slice(0, 40)],
  question: text,
  answer: `${text} ${text} ${text}`,
}));

async function importRows(owner: Person, address: string, list: readonly (Row | object)[]): Promise<string> {
  const slug = `sheet-${randomUUID().slice(0, 8)}`;
  await owner.call("POST", "/projects", { name: "Sheet", slug });
  const bytes = Buffer.from(list.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await importFile(owner, address, slug, { name: "sheet.jsonl", bytes, newCultures: "create" });
  return slug;
}

const facesOf = (page: Page) =>
  page.evaluate(() => [
    ...new Set(
      [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")),
    ),
  ]);

test("U15: no script is cut off in the list, in both densities, and each has its face, direction and language", async ({
  owner,
  baseURL: address = "",
}) => {
  const slug = await importRows(owner, address, rows);
  const { page } = owner;
  await page.setViewportSize({ width: 1440, height: 1400 });
  await page.goto(`/projects/${slug}/browse`);
  await expect(page.locator(".c.row")).toHaveCount(specimens.length);
  for (const width of [1440, 320])
    for (const density of ["comfortable", "compact"]) {
      await page.setViewportSize({ width, height: 3000 });
      await page.evaluate((shown) => {
        document.documentElement.dataset.density = shown;
      }, density);
      await settle(page);
      await expect(page.locator(".c.row")).toHaveCount(specimens.length);
      expect.soft(await page.evaluate(inkOutside, ".c.row"), `rows, ${density} at ${width}`).toEqual([]);
      expect.soft(await page.evaluate(inkOutside, ".facet .what"), `filters, ${density} at ${width}`).toEqual([]);
    }
  for (const { language, direction, text } of specimens) {
    const row = page.locator(`.c.row[lang=${language}]`);
    await expect.soft(row).toHaveText(text);
    await expect.soft(row, `direction of ${language}`).toHaveCSS("direction", direction);
  }
  const faces = await facesOf(page);
  expect(specimens.map(({ face }) => face ?? "Noto Sans").filter((face) => !faces.includes(face))).toEqual([]);
});

test("U15: no script is cut off in the pinned question, the card and the chips", async ({
  owner,
  baseURL: address = "",
}) => {
  test.setTimeout(120_000);
  const slug = await importRows(owner, address, rows);
  const { rows: listed } = await owner.call("GET", `/projects/${slug}/conversations?limit=50`);
  const { page } = owner;
  for (const { id, language } of listed as { id: string; language: string }[]) {
    const specimen = specimens.find((each) => each.language === language);
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      if (width === 1440) await page.goto(`/projects/${slug}/triage?item=${id}`);
      const asked = page.locator(".asked-text:visible");
      await expect(asked).toHaveText(specimen?.text ?? "");
      await settle(page);
      expect.soft(await page.evaluate(inkOutside, ".c, .own, .chip"), `${language} at ${width}`).toEqual([]);
      await expect.soft(asked).toHaveAttribute("lang", language);
      await expect.soft(asked, `direction of ${language}`).toHaveCSS("direction", specimen?.direction ?? "");
    }
  }
});

test("a page without such text fetches no face of it", async ({ owner, baseURL: address = "" }) => {
  const latin = {
    id: "one",
    culture: "United States",
    language: "en",
    question: "When is tea poured?",
    answer: "Soon.",
  };
  const slug = await importRows(owner, address, [latin]);
  const { page } = owner;
  const latinUi = "latinPlexSans";
  const allowed = [latinUi, "IBM Plex Sans", "IBM Plex Mono", "Source Serif 4", "Noto Sans"];
  for (const path of ["", "/browse", "/triage", "/import", "/export", "/team", "/settings"]) {
    await page.goto(`/projects/${slug}${path}`);
    await settle(page);
    const faces = await facesOf(page);
    expect.soft(faces, path).toContain(latinUi);
    expect
      .soft(
        faces.filter((face) => !allowed.includes(face)),
        path,
      )
      .toEqual([]);
  }
});

/** Runs inside the page: where each of the given pieces of an element's text stands, from the left. */
function leftsOf(element: Element, pieces: readonly string[]): (number | null)[] {
  return pieces.map((piece) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(piece) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + piece.length);
      return Math.round(range.getBoundingClientRect().left);
    }
    return null;
  });
}

test("U16: text of one direction does not move its neighbours, and what would is shown", async ({
  owner,
  baseURL: address = "",
}) => {
  const name = "مشروع (Tessera) 2!";
  const texts = {
    mixed: "هل قابلتَ Amina (٣ أطفال، 12 سنة) أمس!",
    override: "Tea for two\u202e!trats ton od then go",
    isolate: "\u2067شاي\u2069 (two) first",
  };
  const list = Object.entries(texts).map(([id, text]) => ({
    id,
    culture: "Egypt",
    language: "und",
    question: text,
    answer: text,
  }));
  const slug = await importRows(owner, address, list);
  await changeProject(owner, slug, { name });
  const { page } = owner;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/projects/${slug}/browse`);

  const crumb = await page.locator(".crumb").evaluate(leftsOf, ["Tessera", "/", "Browse"]);
  expect(crumb, "the crumb reads in its order").toEqual([...crumb].sort((one, two) => Number(one) - Number(two)));

  const columns = await page
    .locator(".data-row")
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left)).join(" ")),
    );
  expect(columns).toHaveLength(3);
  expect(new Set(columns).size, "cells stand in one order in every row").toBe(1);

  const mixed = page.locator(".c.row", { hasText: "Amina" });
  const [first, amina, children, last] = await mixed.evaluate(leftsOf, ["هل", "Amina", "أطفال", "!"]);
  expect([Number(first) > Number(amina), Number(amina) > Number(children), Number(children) > Number(last)]).toEqual([
    true,
    true,
    true,
  ]);

  const override = page.locator(".c.row", { hasText: "Tea for two" });
  await expect(override.getByRole("img", { name: "right-to-left override" })).toHaveText("RLO", {
    useInnerText: true,
  });
  const order = await override.evaluate(leftsOf, ["Tea", "two", "!trats", "ton", "then", "go"]);
  expect(order, "the override turns nothing round").toEqual([...order].sort((one, two) => Number(one) - Number(two)));
  expect(order).not.toContain(null);

  const isolate = page.locator(".c.row", { hasText: "شاي" });
  await expect(isolate.getByRole("img")).toHaveText(["RLI", "PDI"], { useInnerText: true });

  await page.getByRole("button", { name: /: account$/ }).click();
  await page.getByRole("group", { name: "Hidden characters" }).getByRole("button", { name: "As written" }).click();
  await page.keyboard.press("Escape");
  const written = await override.evaluate(leftsOf, ["!trats", "go"]);
  expect(Number(written[0]), "as written, the override turns round what follows it").toBeGreaterThan(
    Number(written[1]),
  );
  await page.reload();
  await expect(override.getByText("RLO")).toBeHidden();
  await page.getByRole("button", { name: /: account$/ }).click();
  await page.getByRole("group", { name: "Hidden characters" }).getByRole("button", { name: "In boxes" }).click();
  await expect(override.getByText("RLO")).toBeVisible();
  await page.goto(`/projects`);
  const item = page
    .getByRole("listitem")
    .filter({ hasText: "Tessera) 2" })
    .or(page.getByRole("row").filter({ hasText: "Tessera) 2" }))
    .first();
  await expect(item).toBeVisible();
});
