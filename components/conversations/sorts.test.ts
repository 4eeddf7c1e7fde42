import { expect, test } from "vitest";
import { sortText } from "#lib/schema/sort-columns.ts";
import { newestFirst, parseSort, pressSort, reversedSort, sortWords } from "./sorts.ts";

const text = (sort: Parameters<typeof sortText>[0]) => sortText(sort);

test("a press sorts, the next turns round, the third goes back to the newest", () => {
  const once = pressSort(newestFirst, "representativeness");
  expect(text(once)).toBe("representativeness.descending");
  const twice = pressSort(once, "representativeness");
  expect(text(twice)).toBe("representativeness.ascending");
  expect(text(pressSort(twice, "representativeness"))).toBe("added.descending");
  expect(text(pressSort(newestFirst, "culture"))).toBe("culture.ascending");
});

test("with Shift the second joins, turns round and leaves; the first stays", () => {
  const culture = parseSort("culture.ascending");
  const both = pressSort(culture, "distinctiveness", true);
  expect(text(both)).toBe("culture.ascending,distinctiveness.descending");
  const turned = pressSort(both, "distinctiveness", true);
  expect(text(turned)).toBe("culture.ascending,distinctiveness.ascending");
  expect(text(pressSort(turned, "distinctiveness", true))).toBe("culture.ascending");
  expect(text(pressSort(both, "updated", true))).toBe("culture.ascending,updated.descending");
  expect(text(pressSort(both, "culture", true))).toBe("culture.descending,distinctiveness.descending");
});

test("no press leads to a sort that the API does not take", () => {
  for (const by of ["culture", "status", "added"] as const)
    for (const add of [true, false]) {
      let sort = parseSort("status.descending,updated.ascending");
      for (let press = 0; press < 5; press += 1) {
        sort = pressSort(sort, by, add);
        expect(parseSort(text(sort))).toEqual(sort);
      }
    }
});

test("the other end, and the words", () => {
  const sort = parseSort("culture.ascending,representativeness.descending");
  expect(text(reversedSort(sort))).toBe("culture.descending,representativeness.ascending");
  expect(sortWords(sort)).toBe("Culture, A to Z, then Representative, highest first");
});
