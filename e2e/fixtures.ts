import { randomUUID } from "node:crypto";
import { type BrowserContext, expect } from "@playwright/test";
import { test as base } from "./browser-test.ts";
import { changeHeaders, importFile, ownerEmail, ownerName, type Person, password, personOf, signIn } from "./person.ts";

export type { Person } from "./person.ts";

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

export const test = base.extend<Fixtures>({
  baseURL: async ({ baseURL: _none }, use) => use(process.env.TESSERA_E2E_ADDRESS ?? ""),

  owner: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL, storageState: process.env.TESSERA_E2E_OWNER });
    await use(await personOf(context, baseURL ?? "", { name: ownerName, email: ownerEmail }));
    await context.close();
  },

  scene: async ({ owner, browser, baseURL: address = "" }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (rows) => {
      const slug = `scene-${randomUUID().slice(0, 8)}`;
      await owner.call("POST", "/projects", { name: "Everyday courtesies", slug });
      const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      await importFile(owner, address, slug, { name: "scene.jsonl", bytes });
      const member: Scene["member"] = async (name, role) => {
        const context = await browser.newContext({ baseURL: address });
        contexts.push(context);
        const { link } = await owner.call("POST", `/projects/${slug}/invitations`, { role });
        const token = new URL(String(link), address).searchParams.get("token");
        const email = `${randomUUID().slice(0, 8)}@example.org`;
        const accepted = await context.request.post("/api/v1/invitations/accept", {
          data: { token, name, email, password },
          headers: changeHeaders(address),
        });
        expect(accepted.status()).toBe(200);
        await signIn(context.request, address, email);
        return personOf(context, address, { name, email });
      };
      return { slug, member };
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
