import { describe, expect, test } from "vitest";
import { fillPrompt, placeholdersOf } from "./prompt-text.ts";

describe("a template", () => {
  test("is filled once: what is filled in pulls in nothing else", () => {
    expect(fillPrompt("You are of {culture}.\n{persona}\nAnswer.", { culture: "{persona}", persona: "" })).toBe(
      "You are of {persona}.\nAnswer.",
    );
    expect(() => fillPrompt("{nobody}", {})).toThrow("{nobody}");
    expect(() => fillPrompt("{constructor}", {})).toThrow("{constructor}");
  });

  test("names what it wants filled in, each once", () => {
    expect(placeholdersOf("{b} and {a}, {b}; {not this} { a } {A}")).toEqual(["b", "a"]);
  });
});
