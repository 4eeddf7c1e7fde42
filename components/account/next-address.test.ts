import { describe, expect, test } from "vitest";
import { nextAddress } from "./next-address.ts";

describe("nextAddress", () => {
  test("keeps a page of this studio with its query", () => {
    expect(nextAddress("/projects/courtesies/browse?status=pending")).toBe(
      "/projects/courtesies/browse?status=pending",
    );
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "",
    null,
    "/",
    "/\t/evil.example",
  ])("does not leave the studio for %j", (next) => {
    const address = nextAddress(next);
    expect(new URL(address, "https://studio.example").origin).toBe("https://studio.example");
    expect(address.startsWith("//")).toBe(false);
  });
});
