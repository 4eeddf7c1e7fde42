import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { test as base, expect } from "./fixtures.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const node = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];

/** Runs a command as the operator of the studio would, on its machine. */
async function tessera(...args: string[]): Promise<string> {
  const all = [...node, "scripts/tessera.ts", "--data", process.env.TESSERA_E2E_DATA ?? "", ...args];
  return (await promisify(execFile)(process.execPath, all, { cwd: root })).stdout;
}

const test = base.extend<{
  /** The base URL of a simulator as `npm run simulator` starts it; it ends with the test, however that ends. */
  simulator: string;
}>({
  simulator: async ({ baseURL: _none }, use) => {
    const child = spawn(process.execPath, [...node, "scripts/simulator.ts"], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    await use(/^Simulator is ready at (http:\S+)$/.exec(String(line))?.[1] ?? "");
    child.kill();
    await ended;
  },
});

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
