import { describe, expect, test } from "vitest";
import { countFilters, exportQuery, loadBrowseSearch, noFilter, toFilter, toQuery } from "./search-params.ts";

describe("the state of Browse in the URL", () => {
  test("reads lists, ranges and the sort", () => {
    const search = loadBrowseSearch(
      "?status=pending,accepted&culture=jp&representativenessFrom=0.6&sort=added.ascending",
    );
    expect(search).toMatchObject({
      status: ["pending", "accepted"],
      culture: ["jp"],
      representativenessFrom: 0.6,
      sort: "added.ascending",
    });
    expect(toFilter(search)).toEqual({ status: ["pending", "accepted"], culture: ["jp"], representativenessFrom: 0.6 });
  });

  test("lets go of what it does not know", () => {
    const search = loadBrowseSearch("?status=lost&sort=best&representativenessFrom=7&distinctivenessTo=x&page=4");
    expect(toFilter(search)).toEqual({});
    expect(search.sort).toBe("added.descending");
  });
});

test("a query names the filter in the words of the API", () => {
  const query = toQuery(
    { status: ["pending"], culture: ["jp", "in-as"], flagged: true },
    { sort: "added.descending", limit: "50" },
  );
  expect(query).toBe("sort=added.descending&limit=50&status=pending&culture=jp%2Cin-as&flagged=true");
});

test("both ends of a range count as one filter", () => {
  expect(countFilters(noFilter)).toBe(0);
  expect(
    countFilters({
      ...noFilter,
      culture: ["jp", "pk"],
      representativenessFrom: 0.2,
      representativenessTo: 0.8,
      flagged: true,
    }),
  ).toBe(4);
});

test("the export page is asked for what the list shows, and for all of it when nothing narrows", () => {
  expect(exportQuery({ ...noFilter, culture: ["jp", "pk"], flagged: false })).toBe("culture=jp%2Cpk&flagged=false");
  expect(exportQuery(noFilter)).toBe("status=pending%2Caccepted%2Crejected");
});
