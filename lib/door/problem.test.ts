import { expect, test } from "vitest";
import { StudioError } from "#lib/errors.ts";
import { problem } from "./problem.ts";

const coded = (code: string, rest: object = {}) => Object.assign(new Error("asked in vain"), { code, ...rest });

test.each([
  ["a refused connection", coded("ECONNREFUSED")],
  ["a server that starts", coded("57P03")],
  ["the same under Prisma's own code", coded("P2039", { meta: { driverAdapterError: { cause: { code: "57P03" } } } })],
  ["a pool without a free connection", new Error("timeout exceeded when trying to connect")],
  ["a cut connection", new Error("Connection terminated unexpectedly")],
  ["a connection known to be cut", new Error("Client has encountered a connection error and is not queryable")],
  ["the same in the words of Prisma's adapter", new Error("ConnectionClosed")],
  ["a cut behind another error", new Error("outer", { cause: new Error("Connection terminated") })],
])("a database that is away is a reason to ask again: %s", async (_, error) => {
  const answer = problem(error);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await answer.json()).toMatchObject({ code: "unavailable" });
});

test("what we did not expect leaves without a word about the inside", async () => {
  const answer = problem(coded("42P01", { message: 'relation "secret" does not exist' }));
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/secret|42P01/);
});

test("what we expect leaves with its own status and words", async () => {
  const answer = problem(new StudioError("conflict", "Somebody was quicker.", { details: { version: 3 } }));
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ detail: "Somebody was quicker.", details: { version: 3 } });
});
