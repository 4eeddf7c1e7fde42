import { describe, expect, test } from "vitest";
import { splitHiddenCharacters } from "./hidden-characters.ts";

describe("splitHiddenCharacters", () => {
  test("names an override where it stands", () => {
    expect(splitHiddenCharacters("abc\u202edef")).toEqual([
      { kind: "text", text: "abc" },
      { kind: "hidden", character: "\u202e", label: "RLO", name: "right-to-left override" },
      { kind: "text", text: "def" },
    ]);
  });

  test("leaves joiners, emoji sequences, tabs and line ends alone", () => {
    const text = "می\u200cخواهم\tक्\u200dष\r\n👩\u200d👧";
    expect(splitHiddenCharacters(text)).toEqual([{ kind: "text", text }]);
  });

  test("names a control by its number", () => {
    expect(splitHiddenCharacters("\u0007")).toEqual([
      { kind: "hidden", character: "\u0007", label: "U+0007", name: "character U+0007" },
    ]);
  });

  test("keeps all text in order", () => {
    const pieces = splitHiddenCharacters("\u200fa\u2066b\u2069");
    expect(pieces.map((piece) => (piece.kind === "text" ? piece.text : `[${piece.label}]`)).join("")).toBe(
      "[RLM]a[LRI]b[PDI]",
    );
  });
});
