import { expect, test } from "vitest";
import { cellWords, coverageTitle, stoneSide, targetTitle } from "./coverage-words.ts";

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
      accepted: counts,
      rejected: counts.map(() => 0),
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

test("a cell is told by what stands how, against the target where there is one", () => {
  const cell = { count: 15, accepted: 12, pending: 3, rejected: 1, target: 20 };
  expect(cellWords(cell)).toBe("12 of 20 accepted, 3 pending, 1 rejected");
  expect(cellWords({ ...cell, target: null })).toBe("12 accepted, 3 pending, 1 rejected");
  const empty = { count: 0, accepted: 0, pending: 0, rejected: 0 };
  expect(cellWords({ ...empty, target: null })).toBe("none");
  expect(cellWords({ ...empty, target: 20 })).toBe("0 of 20 accepted");
  expect(cellWords({ ...empty, rejected: 2, target: null })).toBe("2 rejected");
});

test("against a target the title says how many cells have it and how much is missing", () => {
  const of = (accepted: number[], target: number | null) =>
    targetTitle({
      topics: topics.slice(0, accepted.length),
      cultures: [
        { code: "jp", name: "Japan", endonym: "日本", language: "ja", counts: accepted, accepted, rejected: [] },
      ],
      target,
    });
  expect(of([5, 2, 0], null)).toBeNull();
  expect(of([5, 2, 0], 4)).toBe("1 of 3 cells has 4 accepted; 6 are missing");
  expect(of([5, 4], 4)).toBe("Every cell has its 4 accepted");
});
