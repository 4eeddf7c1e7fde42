import { randomUUID } from "node:crypto";
import { expect, type Row, test } from "./fixtures.ts";
import { ownerEmail, password } from "./person.ts";

const rows: Row[] = ["jp", "us"].map((culture) => ({
  id: `tea.${culture}`,
  culture,
  language: "en",
  question_key: "tea",
  question: "When is tea poured?",
  answer: culture === "jp" ? "Once the guest is seated." : "When somebody asks for it.",
}));

test("who is invited makes an account, works as an annotator, and finds no page beyond that", async ({
  owner,
  scene,
  browser,
  baseURL,
}) => {
  const { slug } = await scene(rows);
  await owner.page.goto(`/projects/${slug}/team`);
  await owner.page.getByLabel("Role", { exact: true }).first().selectOption("annotator");
  await owner.page.getByRole("button", { name: "Make a link" }).click();
  const link = (await owner.page.locator("code").textContent()) ?? "";
  expect(link).toContain(`${baseURL}/invitation?token=`);

  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const email = `${randomUUID().slice(0, 8)}@example.org`;
  await page.goto(link);
  await expect(page.getByText("Everyday courtesies")).toBeVisible();
  await page.getByLabel("Name").fill("Bilal Ahmed");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Everyday courtesies" })).toBeVisible();

  await test.step("the rail names only what an annotator may open", async () => {
    const rail = page.getByRole("navigation", { name: "Project" });
    await expect(rail.getByRole("link")).toHaveText([
      /Tessera/,
      /Projects/,
      /Overview/,
      /Triage/,
      /Browse/,
      /Compare/,
      /Scores/,
      /Map/,
      /Runs/,
      /Team/,
      /Settings/,
    ]);
    await rail.getByRole("link", { name: "Triage" }).click();
    await expect(page.getByRole("region", { name: "Question" }).getByRole("heading")).toHaveText("When is tea poured?");
    await page.keyboard.press("a");
    await expect(page.locator("#announcer")).toHaveText("Accepted. 1 left.");
  });

  await test.step("what a curator or an admin does is not there for them", async () => {
    for (const segment of ["import", "export"]) {
      await page.goto(`/projects/${slug}/${segment}`);
      await expect(page.getByRole("heading", { name: "There is nothing here" }), segment).toBeVisible();
      expect((await context.request.get(`/api/v1/projects/${slug}/${segment}s`)).status(), segment).toBe(403);
    }
    await page.goto(`/projects/${slug}/settings`);
    await expect(page.getByText("Changing it needs the role of admin or above.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
    await page.goto(`/projects/${slug}/team`);
    await expect(page.getByRole("button", { name: "Make a link" })).toHaveCount(0);
    await expect(page.getByText(ownerEmail)).toHaveCount(0);
    await page.goto(`/projects/${slug}/browse`);
    await expect(page.getByRole("grid")).toBeVisible();
    await expect(page.getByRole("link", { name: "Export this" })).toHaveCount(0);
  });

  await test.step("the link opens once", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link does not open" })).toBeVisible();
  });
  await context.close();
});

test("a project is not there for somebody of another project", async ({ owner, scene }) => {
  const { slug } = await scene(rows);
  const other = await scene(rows);
  const outsider = await other.member("Yuki Mori", "curator");
  for (const segment of ["", "/triage", "/browse", "/import", "/export", "/team", "/settings"]) {
    const answer = await outsider.page.goto(`/projects/${slug}${segment}`);
    expect(answer?.status(), segment).toBe(404);
    await expect(outsider.page.getByText("Everyday courtesies")).toHaveCount(0);
  }
  const own = await owner.call("GET", `/projects/${slug}/conversations`);
  const [first] = own.rows as { id: string }[];
  for (const path of ["", "/conversations", `/conversations/${first?.id}`, "/members", "/exports", "/cultures"]) {
    const answer = await outsider.context.request.get(`/api/v1/projects/${slug}${path}`);
    expect(answer.status(), path).toBe(404);
  }
  await outsider.page.goto("/projects");
  await expect(outsider.page.getByRole("heading", { level: 2 })).toHaveCount(1);
});

test("who signs out, or whose session ended elsewhere, is sent to sign in and then back", async ({
  scene,
  browser,
  baseURL,
}) => {
  const { slug, member } = await scene(rows);
  const bilal = await member("Bilal Ahmed", "annotator");
  // The same session in a second browser, as when one person works on two machines that share it.
  const elsewhere = await browser.newContext({ baseURL, storageState: await bilal.context.storageState() });
  const second = await elsewhere.newPage();
  await second.goto(`/projects/${slug}/browse`);
  await expect(second.getByRole("grid")).toBeVisible();

  await bilal.page.goto(`/projects/${slug}/triage`);
  await expect(bilal.page.getByRole("region", { name: "Question" })).toBeVisible();
  await bilal.page.getByRole("button", { name: "Bilal Ahmed: account" }).click();
  await bilal.page.getByRole("button", { name: "Sign out" }).click();
  await expect(bilal.page).toHaveURL(/\/sign-in/);
  await bilal.page.goBack();
  await expect(bilal.page).toHaveURL(/\/sign-in/);

  await second.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Team" }).click();
  await expect(second).toHaveURL(/\/sign-in\?next=/);
  await second.getByLabel("E-mail").fill(bilal.email);
  await second.getByLabel("Password").fill(password);
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(second).toHaveURL(`/projects/${slug}/team`);
  await expect(second.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();
  await elsewhere.close();
});
