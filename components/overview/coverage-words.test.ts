import { expect, test } from "vitest";
import { coverageTitle, stoneSide } from "./coverage-words.ts";

const topics = ["a", "b", "c", "d"].map((key) => ({ key, name: `topic ${key}`, layer: null, below: [] }));
const title = (rows: Record<string, number[]>) =>
  coverageTitle({
    topics,
    cultures: Object.entries(rows).map(([name, counts]) => ({
      code: name,
      name,
      endonym: name,
      language: "en",
      counts,
    })),
  });

test("the title says how many cells are empty and where", () => {
  expect(title({ Japan: [1, 2, 3, 4], Mexico: [1, 1, 1, 1] })).toBe("Every culture has something on every topic");
  expect(title({ Japan: [1, 0, 3, 4], Mexico: [1, 1, 1, 1] })).toBe("1 cell is empty, in Japan");
  expect(title({ Japan: [0, 0, 3, 4], Mexico: [1, 1, 1, 1] })).toBe("2 cells are empty, all in Japan");
  expect(title({ Japan: [0, 0, 0, 4], Mexico: [0, 1, 1, 1] })).toBe("4 cells are empty, most of them in Japan");
  expect(title({ Japan: [0, 0, 1, 4], Mexico: [0, 0, 1, 1], Egypt: [1, 1, 1, 1] })).toBe(
    "4 cells are empty, all in Japan and Mexico",
  );
  expect(title({ Japan: [0, 0, 1, 4], Mexico: [0, 0, 1, 1], Egypt: [0, 1, 1, 1] })).toBe(
    "5 cells are empty, most of them in Japan and Mexico",
  );
  expect(title({ Japan: [0, 1, 1, 4], Mexico: [0, 2, 1, 1], Egypt: [0, 1, 1, 1], Kenya: [0, 1, 1, 1] })).toBe(
    "4 cells are empty, all on topic a",
  );
  expect(title({ Japan: [0, 1, 1, 4], Mexico: [1, 0, 1, 1], Egypt: [1, 1, 0, 1], Kenya: [1, 1, 1, 0] })).toBe(
    "4 cells are empty, spread over 4 cultures",
  );
  expect(title({ Japan: [0, 1, 1, 4] })).toBe("1 cell is empty, on topic a");
});

test("a stone's area is its share of the fullest cell, and what is there is never drawn as nothing", () => {
  expect([0, 1, 4, 16, 64].map((count) => stoneSide(count, 64))).toEqual([0, 4, 4, 8, 16]);
  expect(stoneSide(1, 1_000_000)).toBe(4);
  expect(stoneSide(3, 3)).toBe(16);
});
