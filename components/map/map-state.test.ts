import { expect, test } from "vitest";
import { noFilter } from "#components/conversations/filter-state.ts";
import { formatMap, hasRange, parseMap, withoutRanges } from "./map-state.ts";

const read = (query: string) => parseMap(new URLSearchParams(query));

test("an address is read back as it was written", () => {
  for (const query of [
    "",
    "tab=coverage",
    "culture=jp,-ke&representativenessFrom=0.25&distinctivenessTo=0.9&show=points&as=table",
    "tab=neighbours&item=0190f3a0-0000-7000-8000-000000000001",
  ])
    expect(formatMap(read(query))).toBe(query);
});

test("what no map knows is let go, and ranges go to their steps", () => {
  expect(read("tab=globe&item=1&show=all")).toEqual({
    tab: "scores",
    filter: noFilter,
    points: false,
    as: null,
    item: null,
  });
  expect(read("representativenessFrom=0.08333").filter.representativenessFrom).toBe(0.083);
});

test("the brush is taken out of the filter that the plot is drawn of", () => {
  const { filter } = read("status=pending&distinctivenessFrom=0.5");
  expect(hasRange(filter)).toBe(true);
  expect(withoutRanges(filter)).toEqual({ ...noFilter, status: ["pending"] });
  expect(hasRange(withoutRanges(filter))).toBe(false);
});
