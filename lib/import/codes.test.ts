import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { noteCodes, rejectionCodes } from "./codes.ts";

test("the README lists every code with its meaning, and no other", () => {
  const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  const listed = [...readme.matchAll(/^\| `([EN]_[A-Z_]+)` +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
  expect(listed).toEqual([...Object.entries(rejectionCodes), ...Object.entries(noteCodes)]);
});
