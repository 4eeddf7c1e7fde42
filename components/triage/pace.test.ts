import { describe, expect, test } from "vitest";
import { paceWords, type Spent, timeLeft } from "./pace.ts";

const minute = 60_000;
const spentOn = (...seconds: number[]): Spent[] => {
  let at = 0;
  return seconds.map((each) => {
    at += each * 1000;
    return { at, milliseconds: each * 1000 };
  });
};

describe("time left", () => {
  test("is unknown before five decisions, and with nothing left", () => {
    expect(timeLeft(spentOn(4, 4, 4, 4), 100)).toBeNull();
    expect(timeLeft(spentOn(4, 4, 4, 4, 4), 0)).toBeNull();
  });

  test("is the range of one's own median, untouched by one long pause", () => {
    // Nine times: ranks from ⌊4.5 − 1.92⌋ = 2 to ⌈4.5 + 1.92⌉ − 1 = 6, counted from 0: 6 s and 10 s.
    const times = spentOn(4, 5, 6, 7, 8, 9, 10, 11, 900);
    expect(timeLeft(times, 200)).toEqual({ from: 1_200_000, to: 2_000_000 });
  });

  test("looks at the newest fifty only", () => {
    const times = spentOn(...Array.from({ length: 30 }, () => 60), ...Array.from({ length: 50 }, () => 5));
    expect(timeLeft(times, 12)).toEqual({ from: minute, to: minute });
  });
});

test("the words are a range in one unit", () => {
  expect(paceWords({ from: 24.4 * minute, to: 29.2 * minute })).toBe("≈ 24–30\u202fmin at your pace");
  expect(paceWords({ from: 70 * minute, to: 150 * minute })).toBe("≈ 1–3\u202fh at your pace");
  expect(paceWords({ from: 2 * minute, to: 2 * minute })).toBe("≈ 2\u202fmin at your pace");
  expect(paceWords({ from: 1000, to: 50_000 })).toBe("less than 1 min at your pace");
});
