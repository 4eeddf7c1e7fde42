import { expect, test } from "vitest";
import { onlyThis, standingOf, toggleIn, toggleOut } from "./choices.ts";
import { noFilter } from "./filter-state.ts";
import { changeOf } from "./search-change.ts";

test("a press shows, leaves out, and lets go however it stood", () => {
  expect(toggleIn([], "ur")).toEqual(["ur"]);
  expect(toggleIn(["ur", "ja"], "ur")).toEqual(["ja"]);
  expect(toggleIn(["-ur"], "ur")).toEqual([]);
  expect(toggleOut(["ur", "ja"], "ur")).toEqual(["ja", "-ur"]);
  expect(toggleOut(["-ur"], "ur")).toEqual([]);
  expect(standingOf(["-ur"], "ur")).toBe("out");
});

test("only this one, and once more none", () => {
  expect(onlyThis(["ur", "-ja"], "ur")).toEqual(["ur"]);
  expect(onlyThis(["ur"], "ur")).toEqual([]);
  expect(onlyThis(["-ur"], "ur")).toEqual(["ur"]);
});

test("what is typed joins the search and the filters in force", () => {
  const filter = { ...noFilter, search: "tea", culture: ["pk"] };
  expect(changeOf(filter, '-milk "green leaf" culture:jp -language:ur is:flagged')).toEqual({
    search: 'tea -milk "green leaf"',
    culture: ["pk", "jp"],
    language: ["-ur"],
    flagged: true,
  });
  expect(changeOf({ ...noFilter, culture: ["-jp"] }, "culture:jp")).toEqual({ search: "", culture: ["jp"] });
});
