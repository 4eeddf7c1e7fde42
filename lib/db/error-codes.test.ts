import { expect, test } from "vitest";
import { errorCodes } from "./error-codes.ts";

test("finds the code that Prisma hides under its own", () => {
  const driver = { name: "DriverAdapterError", cause: { originalCode: "57P03", kind: "postgres" } };
  const error = Object.assign(new Error("asked in vain"), { code: "P2039", meta: { driverAdapterError: driver } });
  expect(errorCodes(error)).toEqual(["P2039", "57P03"]);
});

test("finds the code of what caused an error, and ends in a circle", () => {
  const error = new Error("outer", { cause: Object.assign(new Error("inner"), { code: "ECONNREFUSED" }) });
  expect(errorCodes(error)).toEqual(["ECONNREFUSED"]);
  const circle = { code: "40001", cause: {} };
  circle.cause = circle;
  expect(errorCodes(circle)).toContain("40001");
});

test("what is no error has no code", () => {
  for (const value of [null, undefined, "57P03", 7]) expect(errorCodes(value)).toEqual([]);
});
