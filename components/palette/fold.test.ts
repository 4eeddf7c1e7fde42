import { expect, test } from "vitest";
import { fold } from "./fold.ts";

test("marks, case and punctuation do not matter", () => {
  expect(fold("Coração · Übersicht")).toBe("coracao ubersicht");
  expect(fold("  Save-view… ")).toBe("save view");
  expect(fold("Straße")).toBe("strasse");
});

test("marks that are letters of their script stay", () => {
  expect(fold("हिन्दी")).toBe("हिन्दी");
  expect(fold("ไทย")).toBe("ไทย");
});
