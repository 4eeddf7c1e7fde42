import { expect, test } from "vitest";
import { noFilter } from "./filter-state.ts";
import { exportQuery, loadTriageSearch, queryOf } from "./search-params.ts";

test("a name given twice counts as given first", () => {
  expect(queryOf({ culture: ["jp", "pk"], sort: "added.ascending", none: undefined }).toString()).toBe(
    "culture=jp&sort=added.ascending",
  );
});

test("Triage reads its queue and the conversation to begin with", async () => {
  const search = await loadTriageSearch(Promise.resolve({ culture: "jp,-pk", order: "thin", item: "x" }));
  expect(search).toMatchObject({ filter: { culture: ["jp", "-pk"], status: [] }, order: { by: "thin" }, item: "x" });
});

test("the export page is asked for what the list shows, and for all of it when nothing narrows", () => {
  expect(exportQuery({ ...noFilter, culture: ["jp", "pk"], flagged: false })).toBe("culture=jp,pk&flagged=false");
  expect(exportQuery(noFilter)).toBe("status=pending,accepted,rejected");
});
