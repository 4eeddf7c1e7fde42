import { expect, test } from "vitest";
import { tellsEnough } from "./tells-enough.ts";

test("an interval of three quarters of the scale still tells, a wider one does not", () => {
  expect(tellsEnough({ interval: { low: 0.125, high: 0.875 } })).toBe(true);
  expect(tellsEnough({ interval: { low: 0.12, high: 0.875 } })).toBe(false);
  expect(tellsEnough({ interval: null })).toBe(true);
});
