import { expect } from "./fixtures.ts";
import { tessera } from "./operator.ts";
import { test } from "./simulator.ts";

test("an owner allows a host, adds a connection, tests it and gives its models to a project", async ({
  owner,
  scene,
  simulator,
}) => {
  const { slug, member } = await scene([
    { id: "tea", culture: "jp", language: "en", question: "Who pours the tea?", answer: "The one who sits nearest." },
  ]);
  const { page } = owner;
  await page.goto(`/projects/${slug}/settings?section=connections`);
  await expect(page.getByText("None yet. Nothing can be generated.")).toBeVisible();
  await page.getByRole("link", { name: "Add a connection" }).click();
  await page.getByLabel("Start from").selectOption({ label: "Simulator" });
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Simulator");
  const name = `Simulator of ${slug}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Address").fill(simulator);
  await page.getByLabel("Key", { exact: true }).fill("sk-canary");
  await page.getByLabel("Simulated", { exact: true }).check();
  await page.getByRole("button", { name: "Add the connection" }).click();
  // What lies on this machine is for the operator to allow, and the page says how.
  await expect(page.getByRole("alert").filter({ hasText: "tessera allow-host 127.0.0.1" })).toBeVisible();
  await page.getByRole("button", { name: /^Allow requests to 127/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The operator allows it" })).toBeVisible();
  expect(await tessera("allow-host", "127.0.0.1")).toContain("127.0.0.1  (private)");
  await page.getByRole("button", { name: "Add the connection" }).click();

  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("key kept");
  await row.getByRole("button", { name: `Test ${name}` }).click();
  await expect(row).toContainText("lists 3 models");
  await expect(row).toContainText("Vectors of 256 numbers");
  await page.getByLabel("Choose the embedder").selectOption({ label: `tessera-simulator-embedding by ${name}` });
  const embedder = page.getByRole("region", { name: "Embedder" });
  await expect(embedder.getByRole("listitem")).toContainText("tessera-simulator-embedding");
  await page.getByLabel("Add a generator").selectOption({ label: `tessera-simulator-1 by ${name}` });
  await page.getByLabel("Add a generator").selectOption({ label: `tessera-simulator-2 by ${name}` });
  const generators = page.getByRole("region", { name: "Generators" });
  await expect(generators.getByRole("listitem")).toHaveCount(2);
  await generators.getByRole("button", { name: "Remove tessera-simulator-1" }).click();
  await expect(generators.getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await expect(generators.getByRole("listitem")).toContainText("tessera-simulator-2");
  expect(await page.content()).not.toContain("sk-canary");

  // A member sees which models are used, and neither the address nor the key.
  const reader = await member("Reader", "viewer");
  await reader.page.goto(`/projects/${slug}/settings?section=connections`);
  await expect(reader.page.getByRole("region", { name: "Embedder" })).toContainText(name);
  expect(await reader.page.content()).not.toContain("127.0.0.1");
  await expect(reader.page.getByLabel("Add a generator")).toHaveCount(0);

  expect(await tessera("connection", "test", name)).toContain("JSON by a schema  yes");
  await row.getByRole("link", { name: `Change ${name}` }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Remove it with its key" }).click();
  await expect(page.getByText("None yet. Nothing can be generated.")).toBeVisible();
  await expect(row).toHaveCount(0);
});
