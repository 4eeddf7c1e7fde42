import { describe, expect, test } from "vitest";
import { Tag } from "#lib/schema/tag.ts";
import { tags } from "./tags.ts";

describe("the default tags", () => {
  test("every entry fits the schema and says in one sentence what it means", () => {
    for (const tag of tags) {
      expect(Tag.parse(tag)).toEqual(tag);
      expect(tag.description).toMatch(/^[A-Z].*[a-z]\.$/u);
      expect(tag.description.match(/\.(\s|$)/gu)).toHaveLength(1);
    }
  });

  test("keys are unique, and so are names within one parent", () => {
    expect(new Set(tags.map((tag) => tag.key)).size).toBe(tags.length);
    expect(new Set(tags.map((tag) => `${tag.parent}/${tag.name.toLowerCase()}`)).size).toBe(tags.length);
  });

  test("every parent comes earlier in the list and is of the same kind", () => {
    const seen = new Map<string, string>();
    for (const tag of tags) {
      if (tag.parent !== null) expect(seen.get(tag.parent)).toBe(tag.kind);
      seen.set(tag.key, tag.kind);
    }
  });

  test("each of the four facets has three to six children", () => {
    const facets = tags.filter((tag) => tag.kind === "facet" && tag.parent === null).map((tag) => tag.key);
    expect(facets).toEqual(["value", "norm", "practice", "tradition"]);
    for (const facet of facets) {
      const children = tags.filter((tag) => tag.parent === facet).length;
      expect(children).toBeGreaterThanOrEqual(3);
      expect(children).toBeLessThanOrEqual(6);
    }
  });

  test("the ten flags are there, four for harm and six for validity", () => {
    const flags = (kind: "harm" | "validity") =>
      tags.filter((tag) => tag.kind === kind && tag.parent !== null).map((tag) => tag.key);
    expect(flags("harm").sort()).toEqual(["essentialising", "personal-data", "sensitive-or-sacred", "stereotype"]);
    expect(flags("validity").sort()).toEqual([
      "factual-error",
      "mixed-up-culture",
      "outdated",
      "tourist-view",
      "translation-ese",
      "wrong-register",
    ]);
  });
});
