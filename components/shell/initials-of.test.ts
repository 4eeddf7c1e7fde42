import { describe, expect, test } from "vitest";
import { initialsOf } from "./initials-of.ts";

describe("initialsOf", () => {
  test("takes the first and the last word", () => {
    expect(initialsOf("Amina Noor Khalid")).toBe("AK");
    expect(initialsOf("  Yuki ")).toBe("Y");
  });

  test("keeps a letter whole with its marks", () => {
    expect(initialsOf("कीर्ति शर्मा")).toBe("कीश");
    expect(initialsOf("")).toBe("");
  });
});
