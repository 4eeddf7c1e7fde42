import { expect, test } from "vitest";
import type { TagView } from "#lib/schema/project.ts";
import { readSlots, tagSlots } from "./tag-slots.ts";

const tag = (id: string, conversations: number, position = 0): TagView => ({
  id,
  key: id,
  name: id,
  kind: "facet",
  parent: null,
  description: "",
  position,
  version: 1,
  path: id,
  conversations,
});

test("the digits go to the tags used most, then to the first ones", () => {
  const tags = Array.from({ length: 11 }, (_, at) => tag(`t${at}`, at === 10 ? 40 : 0, at));
  expect(tagSlots(tags, [])).toEqual(["t10", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"]);
});

test("a tag keeps its digit whatever is used most now; what is gone leaves its digit to another", () => {
  const tags = [tag("new", 90), tag("old", 1), tag("rare", 0)];
  expect(tagSlots(tags, ["old", "gone", "rare"])).toEqual(["old", "new", "rare", null, null, null, null, null, null]);
  expect(tagSlots(tags, ["old", "old"]).slice(0, 3)).toEqual(["old", "new", "rare"]);
});

test("what cannot be read is as if nothing were kept", () => {
  expect(readSlots(null)).toEqual([]);
  expect(readSlots("{")).toEqual([]);
  expect(readSlots('["a",null,3]')).toEqual(["a", null, null]);
});
