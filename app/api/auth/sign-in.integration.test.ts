import { afterAll, beforeAll, expect, test } from "vitest";
import { addressHeader } from "#lib/host/web/clean-headers.ts";
import { createSetupLink } from "#lib/services/create-setup-link.ts";
import { type Answer, clientWith, Problem } from "../v1/testing/client.ts";
import { openTestStudio, type Person, type TestStudio } from "../v1/testing/test-studio.ts";

let studio: TestStudio;
let kim: Person;
const password = "a long enough password";
const path = "/api/auth/sign-in/email";

beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.end());

const from = (address: string) => clientWith({ [addressHeader]: address });

function signIn(address: string, email: string, secret: string): Promise<Answer> {
  return from(address).post(path, { email, password: secret });
}

const cookieOf = (answer: Answer) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

test("the set-up link makes the one owner, once, and is of no use with another link's token", async () => {
  const link = await createSetupLink(studio.world);
  const token = link?.split("token=")[1] ?? "";
  const own = { name: "Owner", email: "owner@canary.example", password };
  expect((await studio.nobody.post("/api/v1/setup", { ...own, token: "link_wrong" })).status).toBe(404);
  expect((await studio.nobody.post("/api/v1/invitations/accept", { ...own, token })).status).toBe(404);
  const both = await Promise.all([
    studio.nobody.post("/api/v1/setup", { ...own, token }),
    studio.nobody.post("/api/v1/setup", { ...own, email: "second@canary.example", token }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await studio.world.db.user.findMany({ select: { owner: true } })).toEqual([{ owner: true }]);
  expect(await createSetupLink(studio.world)).toBeNull();
  kim = await studio.addPerson("Kim", { password });
});

test("a sign-in gives a cookie that only our own pages get and no script can read, and no secret in the body", async () => {
  const answer = await signIn("192.0.2.1", kim.email, password);
  expect([answer.status, answer.text]).toEqual([200, "{}"]);
  const attributes = (answer.headers.get("set-cookie") ?? "").toLowerCase().split("; ");
  expect(attributes[0]).toMatch(/^__host-tessera-session=/);
  expect(attributes).toEqual(expect.arrayContaining(["path=/", "httponly", "secure", "samesite=lax"]));
  const client = clientWith({ cookie: cookieOf(answer) });
  expect((await client.get("/api/v1/me")).body).toEqual({
    userId: kim.id,
    name: "Kim",
    email: kim.email,
    owner: false,
  });
  // Signing out ends the session for good: the cookie, kept by somebody, opens nothing.
  expect((await client.post("/api/auth/sign-out", {})).status).toBe(200);
  expect((await client.get("/api/v1/me")).status).toBe(401);
});

test("an unknown address and a wrong password are answered alike", async () => {
  const unknown = await signIn("192.0.2.2", "nobody@canary.example", password);
  const wrong = await signIn("192.0.2.2", kim.email, "not the password");
  expect([unknown.status, wrong.status]).toEqual([401, 401]);
  expect(unknown.text).toBe(wrong.text);
  expect(Problem.parse(wrong.body).code).toBe("unauthenticated");
});

test("R40, R41: odd addresses and passwords are refused without trouble", async () => {
  // A full-width @ folds to the plain one, in storing as in asking, so it is the same account and not a second one.
  expect((await signIn("192.0.2.3", kim.email.replace("@", "＠"), password)).status).toBe(200);
  expect((await signIn("192.0.2.3", ` ${kim.email.toUpperCase()} `, password)).status).toBe(200);
  expect((await signIn("192.0.2.3", kim.email, "x".repeat(1024))).status).toBe(401);
  expect((await signIn("192.0.2.3", kim.email, "x".repeat(1024 * 1024))).status).toBe(422);
  expect((await signIn("192.0.2.3", "x".repeat(1024 * 1024), password)).status).toBe(422);
  expect((await signIn("192.0.2.3", `${kim.email}\u0000`, password)).status).toBe(401);
  expect((await signIn("192.0.2.3", "", "")).status).toBe(401);
  expect((await signIn("192.0.2.3", "\ud800@canary.example", password)).status).toBe(401);
});

test("nothing else of the library answers: no sign-up, no reset, no listing, no change of address", async () => {
  for (const rest of [
    "sign-up/email",
    "forget-password",
    "request-password-reset",
    "list-sessions",
    "change-email",
    "change-password",
    "update-user",
    "get-session",
    "ok",
    "error",
    "admin/list-users",
    "sign-in/social",
    "sign-in/email/",
    "sign-in%2Femail/..",
  ]) {
    expect((await studio.nobody.post(`/api/auth/${rest}`, {})).status, rest).toBe(404);
    expect([404, 405], rest).toContain((await studio.nobody.get(`/api/auth/${rest}`)).status);
  }
});

test("R39: an address to go to afterwards is not taken, wherever it leads", async () => {
  for (const callbackURL of ["//evil.example", "https:evil.example", "\\\\evil.example", "/projects"]) {
    const answer = await from("192.0.2.9").post(path, { email: kim.email, password, callbackURL });
    expect([answer.status, answer.headers.get("set-cookie"), answer.headers.get("location")]).toEqual([
      422,
      null,
      null,
    ]);
  }
});

test("R6–R9: a sign-in or sign-out from elsewhere is refused", async () => {
  for (const origin of ["http://evil.example", "null"])
    expect((await studio.nobody.post(path, { email: kim.email, password }, { headers: { origin } })).status).toBe(403);
  expect(
    (await kim.client.post("/api/auth/sign-out", {}, { headers: { "sec-fetch-site": "cross-site" } })).status,
  ).toBe(403);
  expect((await kim.client.get("/api/v1/me")).status).toBe(200);
});

test("somebody deactivated does not get in, with the right password either, and their sessions end", async () => {
  const gone = await studio.addPerson("Gone", { password });
  await studio.world.db.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
  const answer = await signIn("192.0.2.4", gone.email, password);
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([401, null]);
  expect((await gone.client.get("/api/v1/me")).status).toBe(401);
});

test("R44: one address that tries a hundred accounts is held up after thirty a minute, others are not", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 100; n++)
    statuses.push((await signIn("198.51.100.7", `guess-${n}@canary.example`, "guess")).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(30);
  expect(statuses.slice(30).every((status) => status === 429)).toBe(true);
  const held = await signIn("198.51.100.7", "one-more@canary.example", "guess");
  expect(Number(held.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await signIn("198.51.100.8", kim.email, password)).status).toBe(200);
});

test("R44: one account tried from a hundred addresses is held up after ten a minute, but not where it is signed in", async () => {
  const lee = await studio.addPerson("Lee", { password });
  expect((await signIn("203.0.113.1", lee.email, password)).status).toBe(200);
  const statuses: number[] = [];
  for (let n = 0; n < 100; n++) statuses.push((await signIn(`198.18.0.${n}`, lee.email, "guess")).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(9);
  expect(statuses.slice(9).every((status) => status === 429)).toBe(true);
  // Not even with the right password from an address never seen; but Lee's own machine, and everybody else, gets in.
  expect((await signIn("198.18.1.1", lee.email, password)).status).toBe(429);
  expect((await signIn("203.0.113.1", lee.email, password)).status).toBe(200);
  expect((await signIn("198.18.1.1", kim.email, password)).status).toBe(200);
  // After the minute it is open again.
  await studio.world.pool.query("UPDATE rate_limit SET last_request = last_request - 60001");
  expect((await signIn("198.18.1.2", lee.email, password)).status).toBe(200);
});
