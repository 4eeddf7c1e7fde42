import { randomUUID } from "node:crypto";
import { type APIRequestContext, type BrowserContext, expect, type Page } from "@playwright/test";
import { untilAnswering } from "./until-answering.ts";

/** The password of everybody in the journeys. */
export const password = "four quiet stones";
export const ownerName = "Amina Khalid";
export const ownerEmail = "owner@example.org";

/** A person signed in with a browser of their own. */
export interface Person {
  name: string;
  email: string;
  page: Page;
  context: BrowserContext;
  /** Asks the API as this person and expects it to agree. */
  call: (method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown) => Promise<Record<string, unknown>>;
}

/** What every change says: where it comes from, and a key of its own. */
export function changeHeaders(address: string): Record<string, string> {
  return { origin: address, "idempotency-key": randomUUID() };
}

/** Signs in through the API; the cookie stays with `request`. */
export async function signIn(request: APIRequestContext, address: string, email: string): Promise<void> {
  const answer = await request.post("/api/auth/sign-in/email", {
    data: { email, password },
    headers: changeHeaders(address),
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** The person whose session `context` holds, with a page open. */
export async function personOf(
  context: BrowserContext,
  address: string,
  { name, email }: Pick<Person, "name" | "email">,
): Promise<Person> {
  const call: Person["call"] = async (method, path, body) => {
    const reply = await context.request.fetch(`/api/v1${path}`, {
      method,
      headers: method === "GET" ? {} : changeHeaders(address),
      ...(body === undefined ? {} : { data: body }),
    });
    expect(reply.ok(), `${method} ${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
    return reply.json();
  };
  return { name, email, page: await answeringPage(context), context, call };
}

/** A page of which an address is open, or open again, only when the page there answers. */
async function answeringPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...asked) => {
    const answer = await goto(...asked);
    await untilAnswering(page);
    return answer;
  };
  page.reload = async (...asked) => {
    const answer = await reload(...asked);
    await untilAnswering(page);
    return answer;
  };
  return page;
}

/** Changes settings of a project, whatever version it has. */
export async function changeProject(person: Person, slug: string, change: Record<string, unknown>): Promise<void> {
  const { version } = await person.call("GET", `/projects/${slug}`);
  await person.call("PATCH", `/projects/${slug}`, { expectedVersion: version, ...change });
}

/** Imports a file into a project and commits it, whatever its labels lead to; waits until it is done. Returns its id. */
export async function importFile(person: Person, address: string, slug: string, file: Upload): Promise<string> {
  const id = await stageFile(person, address, slug, file);
  await person.call("POST", `/projects/${slug}/imports/${id}/commit`, {});
  await expect.poll(() => importState(person, slug, id), { timeout: 90_000 }).toBe("done");
  return id;
}

/** A file for an import. */
export interface Upload {
  name: string;
  bytes: Buffer;
  newCultures?: "review" | "create" | "reject";
}

/** Uploads a file and waits until it can be reviewed. Returns the import's id. */
export async function stageFile(person: Person, address: string, slug: string, file: Upload): Promise<string> {
  const query = new URLSearchParams({ fileName: file.name, newCultures: file.newCultures ?? "review" });
  const uploaded = await person.context.request.post(`/api/v1/projects/${slug}/imports?${query}`, {
    data: file.bytes,
    headers: { ...changeHeaders(address), "content-type": "application/octet-stream" },
  });
  expect(uploaded.ok(), await uploaded.text()).toBe(true);
  const { id } = await uploaded.json();
  await expect.poll(() => importState(person, slug, id), { timeout: 60_000 }).toBe("review");
  return id;
}

async function importState(person: Person, slug: string, id: string): Promise<unknown> {
  const { import: found } = await person.call("GET", `/projects/${slug}/imports/${id}`);
  return typeof found === "object" && found !== null && "state" in found ? found.state : undefined;
}

/** Waits until a project's conversations are scored. */
export async function waitForScores(person: Person, slug: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { state, scored } = await person.call("GET", `/projects/${slug}/scores`);
        return state === "idle" && Number(scored) > 0;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}
