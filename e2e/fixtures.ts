import { randomUUID } from "node:crypto";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** One line of a file to import, in the field names that every import recognises. */
export interface Row {
  id: string;
  culture: string;
  language: string;
  question_key?: string;
  topic?: string;
  question: string;
  answer: string;
}

/** A person signed in with a browser of their own. */
export interface Person {
  name: string;
  page: Page;
  context: BrowserContext;
  /** Asks the API as this person and expects it to agree. */
  call: (method: "GET" | "POST", path: string, body?: unknown) => Promise<Record<string, unknown>>;
}

/** A project with conversations in it. */
export interface Scene {
  slug: string;
  /** Another member, with a browser of their own. */
  member: (name: string, role: "viewer" | "annotator" | "curator") => Promise<Person>;
}

interface Fixtures {
  /** The owner of the studio, signed in. */
  owner: Person;
  /** Makes a project of the given rows; `owner` is its admin. */
  scene: (rows: readonly Row[]) => Promise<Scene>;
}

const password = "four quiet stones";
const ownerEmail = "owner@example.org";

function addressOf(name: "TESSERA_E2E_ADDRESS" | "TESSERA_E2E_SET_UP_LINK"): string {
  return process.env[name] ?? "";
}

export const test = base.extend<Fixtures>({
  baseURL: async ({ baseURL: _none }, use) => use(addressOf("TESSERA_E2E_ADDRESS")),

  owner: async ({ browser }, use) => {
    const link = addressOf("TESSERA_E2E_SET_UP_LINK");
    const token = link === "" ? null : new URL(link).searchParams.get("token");
    const context = await browser.newContext({ baseURL: addressOf("TESSERA_E2E_ADDRESS") });
    // The link works once; whichever journey comes first uses it, the others find the account there.
    await context.request.post("/api/v1/setup", {
      data: { token: token ?? "", name: "Amina Khalid", email: ownerEmail, password },
      headers: change(),
    });
    await use(await signIn(context, "Amina Khalid", ownerEmail));
    await context.close();
  },

  scene: async ({ owner, browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (rows) => {
      const slug = `scene-${randomUUID().slice(0, 8)}`;
      await owner.call("POST", "/projects", { name: "Everyday courtesies", slug });
      await importRows(owner, slug, rows);
      const member: Scene["member"] = async (name, role) => {
        const context = await browser.newContext({ baseURL: addressOf("TESSERA_E2E_ADDRESS") });
        contexts.push(context);
        const { link } = await owner.call("POST", `/projects/${slug}/invitations`, { role });
        const token = new URL(String(link), addressOf("TESSERA_E2E_ADDRESS")).searchParams.get("token");
        const email = `${randomUUID().slice(0, 8)}@example.org`;
        const accepted = await context.request.post("/api/v1/invitations/accept", {
          data: { token, name, email, password },
          headers: change(),
        });
        expect(accepted.status()).toBe(200);
        return signIn(context, name, email);
      };
      return { slug, member };
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

/** The headers of a change: where it comes from, and a key of its own. */
function change(): Record<string, string> {
  return { origin: addressOf("TESSERA_E2E_ADDRESS"), "idempotency-key": randomUUID() };
}

async function signIn(context: BrowserContext, name: string, email: string): Promise<Person> {
  const answer = await context.request.post("/api/auth/sign-in/email", {
    data: { email, password },
    headers: change(),
  });
  expect(answer.status()).toBe(200);
  const call: Person["call"] = async (method, path, body) => {
    const reply = await context.request.fetch(`/api/v1${path}`, {
      method,
      headers: method === "GET" ? {} : change(),
      ...(body === undefined ? {} : { data: body }),
    });
    expect(reply.ok(), `${method} ${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
    return reply.json();
  };
  return { name, page: await context.newPage(), context, call };
}

async function importRows(owner: Person, slug: string, rows: readonly Row[]): Promise<void> {
  const file = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const uploaded = await owner.context.request.post(`/api/v1/projects/${slug}/imports?fileName=scene.jsonl`, {
    data: Buffer.from(file),
    headers: { ...change(), "content-type": "application/octet-stream" },
  });
  expect(uploaded.ok(), await uploaded.text()).toBe(true);
  const { id } = await uploaded.json();
  const stateOf = async () => {
    const { rows: imports } = await owner.call("GET", `/projects/${slug}/imports`);
    const found = Array.isArray(imports) ? imports.find((each) => each.id === id) : undefined;
    return found?.state;
  };
  await expect.poll(stateOf, { timeout: 20_000 }).toBe("review");
  await owner.call("POST", `/projects/${slug}/imports/${id}/commit`, {});
  await expect.poll(stateOf, { timeout: 20_000 }).toBe("done");
}
