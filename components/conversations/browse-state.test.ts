import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facetNames, sortDirections, sortKeys, statuses } from "#lib/schema/choices.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { formatBrowse, parseBrowse, rowsQuery } from "./browse-state.ts";
import { columnIds, defaultColumns } from "./column-choice.ts";
import { countFilters, filterQuery, noFilter, parseFilter, toFilter } from "./filter-state.ts";
import { newestFirst } from "./sorts.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5})?$/);
const key: Record<string, fc.Arbitrary<string>> = {
  status: fc.constantFrom(...statuses),
  scored: fc.constantFrom("representativeness", "distinctiveness"),
  reviewer: fc.oneof(fc.constant("nobody"), fc.uuid()),
  assignee: fc.oneof(fc.constant("nobody"), fc.uuid()),
  language: fc.constantFrom("en", "ur", "zh-Hant-TW", "und", "pt-BR"),
  tag: fc.constantFrom("food/tea", "etiquette/guests and hosts", "Größe"),
  topic: fc.oneof(word, fc.constant("日常")),
};
const choices = fc.record(
  Object.fromEntries(
    facetNames.map((name) => [
      name,
      fc
        .uniqueArray(fc.tuple(key[name] ?? word, fc.boolean()), { maxLength: 4, selector: ([value]) => value })
        .map((chosen) => chosen.map(([value, out]) => (out ? `-${value}` : value))),
    ]),
  ),
);
const bound = fc.option(fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000));
const flag = fc.option(fc.boolean());
const filters = fc
  .record({
    choices,
    representativenessFrom: bound,
    representativenessTo: bound,
    distinctivenessFrom: bound,
    distinctivenessTo: bound,
    flagged: flag,
    edited: flag,
    search: fc.oneof(
      fc.constantFrom("", "سلامی", '"お茶 を" -milk', "a+b & c=d #50%"),
      fc.string().map((text) => text.trim()),
    ),
    leftBy: fc.option(fc.uuid()),
    run: fc.option(fc.uuid()),
  })
  .map(({ choices: chosen, ...rest }) => ({ ...noFilter, ...chosen, ...rest }));
const states = fc.record({
  filter: filters,
  sort: fc.uniqueArray(fc.record({ by: fc.constantFrom(...sortKeys), direction: fc.constantFrom(...sortDirections) }), {
    minLength: 1,
    maxLength: 2,
    selector: ({ by }) => by,
  }),
  columns: fc.subarray(columnIds),
  peek: fc.option(fc.uuid()),
});

describe("the state of Browse in the address", () => {
  test("comes back as it went in, whatever it is", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parseBrowse(`?${formatBrowse(state)}`)).toEqual(state);
      }),
    );
  });

  test("whatever an address says, the API takes the filter that is read from it", () => {
    const names = fc.constantFrom(...Object.keys(noFilter));
    const noise = fc.array(
      fc.tuple(names, fc.oneof(fc.string(), fc.constantFrom("-", "1,2", "lost", "2", "-0.1", "x".repeat(200)))),
    );
    fc.assert(
      fc.property(noise, (parts) => {
        const read = toFilter(parseFilter(new URLSearchParams(parts)));
        const given = Object.fromEntries(
          Object.entries(read).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value]),
        );
        expect(ConversationFilter.safeParse(given).error).toBeUndefined();
      }),
    );
  });

  test("says only what is not as it is anyway", () => {
    const plain = { filter: noFilter, sort: newestFirst, columns: defaultColumns, peek: null };
    expect(formatBrowse(plain)).toBe("");
    expect(rowsQuery(plain)).toBe("sort=added.descending");
    expect(
      formatBrowse({
        ...plain,
        filter: { ...noFilter, culture: ["pk", "-jp"], search: "green tea" },
        columns: ["status"],
      }),
    ).toBe("culture=pk,-jp&search=green+tea&columns=status");
  });

  test("lets go of what it does not know", () => {
    expect(
      parseBrowse("?status=lost&sort=best&representativenessFrom=7&flagged=maybe&page=4&peek=1&columns=x"),
    ).toEqual({
      filter: noFilter,
      sort: newestFirst,
      columns: defaultColumns,
      peek: null,
    });
  });
});

test("both ends of a range count as one filter, each choice and each word of its own", () => {
  expect(countFilters(noFilter)).toBe(0);
  const filter = {
    ...noFilter,
    culture: ["jp", "-pk"],
    representativenessFrom: 0.2,
    representativenessTo: 0.8,
    flagged: true,
  };
  expect(countFilters(filter)).toBe(4);
  expect(filterQuery(filter)).toBe("culture=jp,-pk&representativenessFrom=0.2&representativenessTo=0.8&flagged=true");
});
