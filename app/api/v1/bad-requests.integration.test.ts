import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConversationPage } from "#lib/schema/conversation-view.ts";
import { sweepLeftovers } from "#lib/services/sweep-leftovers.ts";
import { importText, jsonLines, record } from "#lib/services/testing/import-text.ts";
import { type Answer, bodyAs, type CallOptions, Problem } from "./testing/client.ts";
import { stateHash } from "./testing/state-hash.ts";
import { openTestStudio, type Person, type TestStudio } from "./testing/test-studio.ts";

const base = "/api/v1/projects/bad";
let studio: TestStudio;
let projectId: string;
let admin: Person;
let conversations: string[];

beforeAll(async () => {
  studio = await openTestStudio();
  projectId = await studio.addProject("bad");
  const lines = Array.from({ length: 60 }, (_, n) =>
    record(`b-${n}`, n % 2 ? "jp" : "fr", `Question ${n}?`, `Answer ${n}.`),
  );
  await importText(studio.world, { project: "bad", text: jsonLines(lines) });
  conversations = (await studio.world.db.conversation.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
  admin = await studio.addPerson("Admin");
  await studio.join(projectId, admin, "admin");
});
afterAll(() => studio.end());

function next(): string {
  const id = conversations.shift();
  if (id === undefined) throw new RangeError("No conversation is left");
  return id;
}

/** What every refusal has in common: a problem in its form, the status named, and nothing of our insides. */
function expectRefusal(answer: Answer, status: number): void {
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.anything()]);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(Problem.parse(answer.body).status).toBe(status);
  expect(answer.text).not.toMatch(
    /\bat .+:\d+:\d+|SELECT |INSERT |node_modules|\/work\/|\/tmp\/|\.ts\b|prisma|pg_|postgres/i,
  );
}

async function expectNoChange(act: () => Promise<void>): Promise<void> {
  const before = await stateHash(studio.world);
  await act();
  expect(await stateHash(studio.world)).toBe(before);
}

const decision = (id: string) => `${base}/conversations/${id}/decisions`;

describe("who asks", () => {
  const forged = (cookie: string): CallOptions => ({ headers: { cookie } });

  test("R1–R5: no cookie, a forged one, an expired, revoked or orphaned session", async () => {
    const path = `${base}/conversations`;
    expectRefusal(await studio.nobody.get(path), 401);
    const changed = admin.cookie.replace(/.{6}$/, "AAAA%3D");
    expectRefusal(await studio.nobody.get(path, forged(changed)), 401);
    expectRefusal(await studio.nobody.get(path, forged("__Host-tessera-session=nonsense")), 401);
    expectRefusal(await studio.nobody.get(path, forged(`tessera-session=${admin.cookie.split("=")[1]}`)), 401);
    const other = await studio.addPerson("Other");
    await studio.join(projectId, other, "viewer");
    expect((await other.client.get(path)).status).toBe(200);
    await studio.world.db.session.updateMany({
      where: { userId: other.id },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    expectRefusal(await other.client.get(path), 401);
    const revoked = await studio.addPerson("Revoked");
    await studio.world.db.session.deleteMany({ where: { userId: revoked.id } });
    expectRefusal(await revoked.client.get("/api/v1/me"), 401);
    const deleted = await studio.addPerson("Deleted");
    await studio.world.db.user.delete({ where: { id: deleted.id } });
    expectRefusal(await deleted.client.get("/api/v1/me"), 401);
  });

  test("a token is read strictly", async () => {
    for (const authorization of [
      "Bearer",
      "Bearer tsr_",
      "Basic YTpi",
      "Bearer ' OR 1=1 --aaaaaaaaaaaaaaaaaaaa",
      `Bearer ${"a".repeat(5_000)}`,
    ])
      expectRefusal(await admin.client.get("/api/v1/me", { headers: { authorization } }), 401);
  });

  test("R6–R9: changes that do not come from our own pages", async () => {
    await expectNoChange(async () => {
      for (const headers of [
        { origin: null, "sec-fetch-site": null },
        { origin: "http://localhost:3000.evil.example" },
        { origin: "http://localhost:3001" },
        { origin: "null" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { "sec-fetch-site": "none" },
        { origin: null, "sec-fetch-site": "cross-site" },
      ])
        expectRefusal(
          await admin.client.post(`${base}/tags`, { name: "x", kind: "other", parent: null }, { headers }),
          403,
        );
    });
  });

  test("R11, R12: reads change nothing, and a method in a header changes nothing", async () => {
    await expectNoChange(async () => {
      for (const part of [
        "",
        "/conversations",
        "/facets",
        "/tags",
        "/members",
        "/imports",
        "/exports",
        "/events",
        "/scores",
      ])
        expect(
          (await admin.client.get(`${base}${part}`, { headers: { "x-http-method-override": "DELETE" } })).status,
        ).toBe(200);
    });
  });
});

describe("what a body may be", () => {
  const tag = { name: "tag", kind: "other", parent: null };

  test("R10: other content types than JSON are 415", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "application/jsonp",
      "",
    ])
      expectRefusal(await admin.client.post(`${base}/tags`, tag, { headers: { "content-type": type } }), 415);
  });

  test("R27: 11 MB is 413, whether announced or not", async () => {
    const big = JSON.stringify({ ...tag, description: "x".repeat(11 * 1024 * 1024) });
    expectRefusal(await admin.client.post(`${base}/tags`, undefined, { raw: big }), 413);
    expectRefusal(
      await admin.client.post(`${base}/tags`, undefined, { raw: "{}", headers: { "content-length": "11534336" } }),
      413,
    );
  });

  test("R28, R29: depth is no trouble, broken JSON and UTF-8 are 400, and so is anything but an object", async () => {
    const deep = `{"name":${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
    expectRefusal(await admin.client.post(`${base}/tags`, undefined, { raw: deep }), 422);
    for (const raw of ['{"name":', "[]", "null", '"text"', "{'name':1}", "\u{feff}{}"])
      expectRefusal(await admin.client.post(`${base}/tags`, undefined, { raw }), 400);
    for (const bytes of [
      [0x7b, 0xff, 0x7d],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
    ])
      expectRefusal(await admin.client.post(`${base}/tags`, undefined, { raw: new Uint8Array(bytes) }), 400);
  });

  test("R21: a list or an object where a text, number or id belongs is 422", async () => {
    const [id = ""] = conversations;
    await expectNoChange(async () => {
      for (const value of [{ not: "" }, [], ["a"], { $ne: null }, null, true, 1e308, -1, "", "x".repeat(5_000)]) {
        expectRefusal(await admin.client.post(decision(id), { expectedVersion: value, kind: "accept" }), 422);
        expectRefusal(await admin.client.post(decision(id), { expectedVersion: 1, kind: value }), 422);
        expectRefusal(await admin.client.post(`${base}/claims`, { filter: { culture: value }, count: value }), 422);
        expectRefusal(await admin.client.post(`${base}/tags`, { ...tag, parent: value === null ? 7 : value }), 422);
        if (typeof value === "object" && value !== null)
          expectRefusal(await studio.nobody.post("/api/auth/sign-in/email", { email: value, password: value }), 422);
      }
    });
  });

  test("text that PostgreSQL cannot store is 422, in a body, a query and a path", async () => {
    const [id = ""] = conversations;
    await expectNoChange(async () => {
      for (const text of ["a\u0000b", "\ud800", "x\udc00"]) {
        expectRefusal(await admin.client.post(decision(id), { expectedVersion: 1, kind: "accept", note: text }), 422);
        expectRefusal(await admin.client.post(`${base}/tags`, { ...tag, name: text }), 422);
        expectRefusal(await admin.client.post(`${base}/claims`, { filter: { topic: [text] } }), 422);
        const turns = [{ role: "user", content: text }];
        expectRefusal(
          await admin.client.post(`${base}/conversations/${id}/revisions`, { expectedVersion: 1, turns }),
          422,
        );
      }
      expectRefusal(await admin.client.get(`${base}/conversations?topic=%00`), 422);
      expectRefusal(await admin.client.get("/api/v1/invitations/find?token=%00"), 422);
      for (const slug of ["%00", "%ED%95%9C", "..%2Fbad", "bad%2F", "BAD", "bad'--", "x".repeat(3_000)])
        expectRefusal(await admin.client.get(`/api/v1/projects/${slug}`), 404);
    });
  });

  test("R37: fields that only the studio sets are refused, and so is what the address says already", async () => {
    const [id = ""] = conversations;
    await expectNoChange(async () => {
      for (const extra of [
        { projectId },
        { userId: admin.id },
        { status: "accepted" },
        { version: 9 },
        { role: "admin" },
        { __proto__x: 1 },
      ])
        expectRefusal(await admin.client.post(decision(id), { expectedVersion: 1, kind: "accept", ...extra }), 422);
      expectRefusal(
        await admin.client.post(decision(id), { expectedVersion: 1, kind: "accept", project: "other" }),
        422,
      );
      expectRefusal(
        await admin.client.post(decision(id), { expectedVersion: 1, kind: "accept", conversation: next() }),
        422,
      );
      const own = { name: "N", email: "n@n.example", password: "long enough", token: "t" };
      expectRefusal(await studio.nobody.post("/api/v1/setup", { ...own, owner: true }), 422);
      expectRefusal(await studio.nobody.post("/api/v1/invitations/accept", { ...own, role: "admin" }), 422);
      expectRefusal(await admin.client.patch(base, { expectedVersion: 1, slug: "stolen" }), 422);
      const polluted = '{"expectedVersion":1,"kind":"accept","__proto__":{"owner":true}}';
      const answer = await admin.client.post(decision(id), undefined, { raw: polluted });
      expectRefusal(answer, 422);
      expect(Reflect.get({}, "owner")).toBeUndefined();
    });
  });
});

describe("what a query may be", () => {
  const list = (query: string) => admin.client.get(`${base}/conversations?${query}`);

  test("R20, R22–R25: repeated keys, limits, unknown keys, sorts and filters are 422", async () => {
    for (const query of [
      "sort=added.ascending&sort=added.descending",
      "status=pending&status=accepted",
      "limit=-1",
      "limit=0",
      "limit=1e9",
      "limit=abc",
      "limit=1.5",
      "limit=",
      "sort=password",
      "sort=id;DROP TABLE conversation",
      "user.password=x",
      "status%5Bnot%5D=pending",
      "status=secret",
      "culture=zh_CN",
      "culture=%D0%B0r",
      "representativenessFrom=NaN",
      "representativenessFrom=2",
      "flagged=maybe",
      "offset=10",
      "project=other",
      "nxtPproject=other",
      `culture=${Array.from({ length: 101 }, (_, n) => `c${n}`).join(",")}`,
    ])
      expectRefusal(await list(query), 422);
    expectRefusal(await admin.client.get(`${base}/events?cursor=1e400`), 422);
    expectRefusal(await admin.client.get(`${base}/imports?cursor=1`), 422);
  });

  test("I77: quotes, wildcards and SQL in a filter are taken literally", async () => {
    for (const topic of ["'; DROP TABLE conversation; --", "%", "_", "\\", "$1"])
      expect(bodyAs(await list(`topic=${encodeURIComponent(topic)}`), ConversationPage).rows).toEqual([]);
    expect(bodyAs(await list("culture=fr,jp&limit=200"), ConversationPage).rows).toHaveLength(60);
  });

  test("R26: a cursor that was tampered with, or is of another sort, is 422", async () => {
    const page = bodyAs(await list("limit=10&sort=added.descending"), ConversationPage);
    const cursor = page.next ?? "";
    expect(bodyAs(await list(`limit=10&sort=added.descending&cursor=${cursor}`), ConversationPage).rows).toHaveLength(
      10,
    );
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const bad of [
      `${cursor}A`.slice(3),
      encode(["added.descending", [], "1' OR '1'='1"]),
      encode(["added.descending", [{ not: "" }], conversations[0]]),
      encode(["added.ascending", [], conversations[0]]),
      encode({}),
      "%00",
      "x".repeat(301),
    ])
      expectRefusal(await list(`sort=added.descending&cursor=${bad}`), 422);
  });

  test("R34, R35: ids that are no ids are refused, unknown ones not found", async () => {
    for (const [path, status] of [
      [`${base}/conversations/1`, 422],
      [`${base}/conversations/${v7()}`, 404],
      [`${base}/conversations/${conversations[0]}/revisions/0`, 422],
      [`${base}/conversations/${conversations[0]}/revisions/99999999999`, 422],
      [`${base}/conversations/${conversations[0]}/revisions/7`, 404],
      [`${base}/imports/x`, 422],
      [`${base}/imports/x/rejects`, 404],
      [`${base}/imports/${v7()}/rejects`, 404],
      [`${base}/exports/${v7()}`, 404],
      [`${base}/exports/x/files/bad.tessera.jsonl`, 404],
      [`${base}/exports/${v7()}/files/..%2F..%2Fetc%2Fpasswd`, 404],
    ] as const)
      expectRefusal(await admin.client.get(path), status);
  });
});

describe("versions and keys", () => {
  test("R30, R31: a stale version is 409 with the newer text, a missing one 422, an impossible one 422", async () => {
    const id = next();
    const path = `${base}/conversations/${id}/revisions`;
    const turns = (content: string) => [{ role: "user", content }];
    expect((await admin.client.post(path, { expectedVersion: 1, turns: turns("Mine?") })).status).toBe(200);
    const stale = await admin.client.post(path, { expectedVersion: 1, turns: turns("Theirs?") });
    expectRefusal(stale, 409);
    const { details } = Problem.parse(stale.body);
    expect(details).toMatchObject({
      version: 2,
      status: "pending",
      turns: turns("Mine?"),
      changedBy: "Admin",
      draft: expect.any(String),
    });
    const draft = await studio.world.db.draft.findUniqueOrThrow({ where: { id: String(details?.draft) } });
    expect(draft).toMatchObject({ conversationId: id, userId: admin.id, baseVersion: 1, turns: turns("Theirs?") });
    // Sent again it keeps no second draft; another text under the same key is kept too.
    const key = v7();
    const losing = async (text: string) =>
      Problem.parse((await admin.client.post(path, { expectedVersion: 1, turns: turns(text) }, { key })).body).details
        ?.draft;
    const kept = [await losing("Again?"), await losing("Again?"), await losing("And another?")];
    expect(kept[1]).toBe(kept[0]);
    expect(kept[2]).not.toBe(kept[0]);
    expect(await studio.world.db.draft.count({ where: { conversationId: id } })).toBe(3);
    expectRefusal(await admin.client.post(path, { turns: turns("No version?") }), 422);
    for (const expectedVersion of [0, 2 ** 31, 2 ** 53, 1e300, 1.5])
      expectRefusal(await admin.client.post(path, { expectedVersion, turns: turns("Odd?") }), 422);
    expectRefusal(await admin.client.patch(base, { expectedVersion: 2 ** 31, name: "x" }), 422);
    for (const part of ["decisions", "tags"]) {
      const body = part === "tags" ? { add: [] } : { kind: "accept" };
      expectRefusal(
        await admin.client.post(`${base}/conversations/${id}/${part}`, { expectedVersion: 1, ...body }),
        409,
      );
    }
  });

  test("R32, R33: a key is one request: the same again gets the same answer a day later, another is refused", async () => {
    const id = next();
    const key = v7();
    const body = { expectedVersion: 1, kind: "accept" };
    const first = await admin.client.post(decision(id), body, { key });
    expect(first.status).toBe(200);
    const day = new Date(Date.now() - 25 * 3_600_000);
    await studio.world.db.idempotentAnswer.updateMany({ where: { key }, data: { createdAt: day } });
    await sweepLeftovers(studio.world);
    const again = await admin.client.post(decision(id), body, { key });
    expect([again.status, again.text]).toEqual([200, first.text]);
    await expectNoChange(async () => {
      expectRefusal(await admin.client.post(decision(id), { ...body, kind: "reject" }, { key }), 422);
      expectRefusal(await admin.client.post(decision(next()), body, { key }), 422);
    });
    expect(await studio.world.db.decision.count({ where: { conversationId: id } })).toBe(1);
    // The same key of somebody else is another key.
    const other = await studio.addPerson("Namesake");
    await studio.join(projectId, other, "annotator");
    expect((await other.client.post(decision(next()), body, { key })).status).toBe(200);
  });

  test("a key that is missing or no UUID is 400", async () => {
    for (const key of [null, "", "1", "not-a-uuid", `${v7()}, ${v7()}`])
      expectRefusal(
        await admin.client.post(
          `${base}/tags`,
          { name: "x", kind: "other", parent: null },
          { headers: { "idempotency-key": key } },
        ),
        400,
      );
  });

  test("two who take one name at once: one gets it, the other is told", async () => {
    const owner = await studio.addPerson("Owner", { owner: true });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => owner.client.post("/api/v1/projects", { name: "Same", slug: "same" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422]);
    for (const answer of answers) if (answer.status === 422) expectRefusal(answer, 422);
    const tags = await Promise.all(
      Array.from({ length: 6 }, () => admin.client.post(`${base}/tags`, { name: "Twin", kind: "other", parent: null })),
    );
    // Names may repeat; keys are made to differ.
    expect(tags.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });
});
