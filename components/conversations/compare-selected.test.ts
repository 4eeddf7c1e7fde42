import { expect, test } from "vitest";
import { compareSelected } from "./compare-selected.ts";

const row = (code: string, questionKey: string | null = "tea") => ({
  questionKey,
  culture: { code, name: code, endonym: code, language: "en" },
});

test("rows of one question and several cultures stand side by side", () => {
  expect(compareSelected("p", [row("jp"), row("ir"), row("jp")], true)).toBe(
    "/projects/p/compare?question=tea&cultures=jp%2Cir",
  );
  expect(compareSelected("p", [row("jp"), row("ir", "bread")], true)).toBeNull();
  expect(compareSelected("p", [row("jp", null), row("ir", null)], true)).toBeNull();
  expect(compareSelected("p", [row("jp"), row("jp")], true)).toBeNull();
  expect(
    compareSelected(
      "p",
      ["a", "b", "c", "d", "e", "f", "g"].map((code) => row(code)),
      true,
    ),
  ).toBeNull();
});

test("a blind project names no cultures", () => {
  expect(compareSelected("p", [row("jp"), row("ir")], false)).toBe("/projects/p/compare?question=tea");
});
