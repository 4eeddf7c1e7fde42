import { expect, test } from "vitest";
import { newId } from "./new-id.ts";

test("is a UUIDv7 that carries the time", () => {
  const at = Date.UTC(2036, 0, 1);
  const id = newId(at);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(at);
});

test("ascends strictly within a millisecond, past the counter's end and when the clock steps back", () => {
  const at = Date.UTC(2037, 0, 1);
  const ids = Array.from({ length: 10_000 }, (_, index) => newId(index < 9_000 ? at : at - 5_000));
  expect(new Set(ids).size).toBe(10_000);
  expect(ids.toSorted()).toEqual(ids);
});
