import { describe, expect, test } from "vitest";
import { normaliseLabel } from "#lib/import/normalise-label.ts";
import { Topic } from "#lib/schema/topic.ts";
import { topics } from "./topics.ts";

describe("the default topics", () => {
  test("every entry fits the schema", () => {
    for (const topic of topics) expect(Topic.parse(topic)).toEqual(topic);
  });

  test("four layers hold 16, 8, 6 and 8 topics", () => {
    const layers = topics.filter((topic) => topic.parent === null);
    const counts = layers.map((layer) => [layer.key, topics.filter((topic) => topic.parent === layer.key).length]);
    expect(counts).toEqual([
      ["human-values", 16],
      ["social-norms", 8],
      ["behaviour-practices", 6],
      ["traditions-and-customs", 8],
    ]);
    expect(topics).toHaveLength(4 + 38);
  });

  test("every parent comes earlier in the list, so there is no cycle and rows can be stored in order", () => {
    const seen = new Set<string>();
    for (const topic of topics) {
      if (topic.parent !== null) expect(seen).toContain(topic.parent);
      expect(seen).not.toContain(topic.key);
      seen.add(topic.key);
    }
  });

  test("every key, name and alias leads to exactly one topic", () => {
    const holders = new Map<string, Set<string>>();
    for (const topic of topics)
      for (const label of [topic.key, topic.name, ...topic.aliases]) {
        const key = normaliseLabel(label);
        holders.set(key, (holders.get(key) ?? new Set()).add(topic.key));
      }
    expect([...holders].filter(([, keys]) => keys.size > 1).map(([key, keys]) => [key, [...keys]])).toEqual([]);
    expect(holders.has("")).toBe(false);
  });
});
