import { describe, expect, test } from "vitest";
import { leaksFilter, leaksInBrowse, leaksQuery, leaksSearch, parseLeaks, usualLeaks } from "./leak-state.ts";

const read = (query: string) => parseLeaks(new URLSearchParams(query));

describe("the address of the leaks", () => {
  test.each([
    "",
    "kind=copies",
    "culture=jp&topic=weddings&status=pending&sameIn=3",
    "kind=copies&status=all&nearCopy=0.95",
  ])("%j is read and written", (query) => {
    expect(leaksQuery(read(query))).toBe(query);
  });

  test("what the API would refuse is let go", () => {
    expect(read("kind=all&status=odd&sameIn=0&nearCopy=0.2&culture=J!")).toEqual(usualLeaks);
  });
});

test("a list asks for what narrows it, and leaves out what was rejected", () => {
  expect(leaksSearch(read("culture=jp"))).toEqual({ kind: "leaks", culture: "jp", status: "-rejected", least: "1" });
  expect(leaksSearch(read("kind=copies&status=all"))).toEqual({ kind: "copies", from: "0.9" });
});

test("an act on all of them is done to what can be spared, and Browse shows all of them", () => {
  const copies = read("kind=copies&culture=jp");
  expect(leaksFilter(copies)).toMatchObject({ culture: ["jp"], status: ["-rejected"], spareCopy: 0.9, nearCopy: null });
  expect(leaksInBrowse(copies)).toBe("status=-rejected&culture=jp&nearCopy=0.9");
  expect(leaksInBrowse(read("sameIn=2"))).toBe("status=-rejected&sameIn=2");
});
