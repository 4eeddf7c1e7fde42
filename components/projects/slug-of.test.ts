import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Slug } from "#lib/schema/project.ts";
import { slugOf } from "./slug-of.ts";

describe("slugOf", () => {
  test("keeps letters and digits", () => {
    expect(slugOf("Café visits, 2026!")).toBe("cafe-visits-2026");
    expect(slugOf("مہمان")).toBe("");
  });

  test("is a valid slug or too short to be one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
        const slug = slugOf(name);
        expect(slug.length < 2 || Slug.safeParse(slug).success).toBe(true);
      }),
    );
  });
});
