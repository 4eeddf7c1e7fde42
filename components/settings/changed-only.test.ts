import { expect, test } from "vitest";
import { changedOnly } from "./changed-only.ts";

test("keeps what differs, lists by their entries", () => {
  const before = { name: "Japan", aliases: ["JP"], overlap: 1 };
  expect(changedOnly(before, { name: "Japan", aliases: ["JP", "Nippon"], overlap: 2 })).toEqual({
    aliases: ["JP", "Nippon"],
    overlap: 2,
  });
  expect(changedOnly(before, { name: "Japan", aliases: ["JP"] })).toEqual({});
});
