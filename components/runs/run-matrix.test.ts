import { expect, test } from "vitest";
import type { RunItemView } from "#lib/schema/run.ts";
import { columnAt, rowPaths, step, toMatrix, widthOf } from "./run-matrix.ts";

const item = (ordinal: number, column: string | null, row: string, rest: Partial<RunItemView> = {}): RunItemView => ({
  id: `00000000-0000-7000-8000-${String(ordinal).padStart(12, "0")}`,
  ordinal,
  column,
  row,
  state: "planned",
  attempt: 0,
  code: null,
  problem: null,
  produced: 0,
  ...rest,
});

test("cultures lie below each other in the order of the plan, whatever order items come in", () => {
  const matrix = toMatrix([item(3, "fr", "B"), item(0, "jp", "A"), item(1, "fr", "A"), item(2, "jp", "B")]);
  expect(matrix.map(({ culture, items }) => [culture, items.map(({ ordinal }) => ordinal)])).toEqual([
    ["fr", [1, 3]],
    ["jp", [0, 2]],
  ]);
});

test("stones stand 11 pixels apart, with a wider gap after ten, or between questions that have several", () => {
  const [tens] = toMatrix(Array.from({ length: 12 }, (_, n) => item(n, null, `Q${n}`)));
  expect(tens?.starts.slice(8)).toEqual([88, 99, 116, 127]);
  const [pairs] = toMatrix([item(0, "jp", "A"), item(1, "jp", "A"), item(2, "jp", "B"), item(3, "jp", "B")]);
  expect(pairs?.starts).toEqual([0, 11, 28, 39]);
  expect(pairs && widthOf(pairs)).toBe(48);
  expect([0, 10, 20, 27, 400].map((x) => pairs && columnAt(pairs, x))).toEqual([0, 1, 1, 2, 3]);
});

test("keys lead from stone to stone and stay inside", () => {
  const matrix = toMatrix([item(0, "jp", "A"), item(1, "jp", "B"), item(2, "fr", "A")]);
  expect(step(matrix, { row: 0, column: 0 }, "ArrowRight")).toEqual({ row: 0, column: 1 });
  expect(step(matrix, { row: 0, column: 1 }, "ArrowDown")).toEqual({ row: 1, column: 0 });
  expect(step(matrix, { row: 1, column: 0 }, "ArrowDown")).toEqual({ row: 1, column: 0 });
  expect(step(matrix, { row: 0, column: 0 }, "ArrowLeft")).toEqual({ row: 0, column: 0 });
  expect(step(matrix, { row: 0, column: 0 }, "End")).toEqual({ row: 0, column: 1 });
  expect(step(matrix, { row: 0, column: 0 }, "x")).toBeNull();
});

test("each state has a shape of its own, joined by colour", () => {
  const states: Partial<RunItemView>[] = [
    { state: "done", produced: 1 },
    { state: "done", produced: 0 },
    { state: "active" },
    { state: "failed" },
    { state: "cancelled" },
    { state: "planned" },
    { state: "planned", attempt: 2 },
  ];
  const drawn = states.map((state) => [...rowPaths(toMatrix([item(0, "jp", "A", state)])[0] ?? none).keys()].join(" "));
  expect(new Set(drawn).size).toBe(states.length);
  const [both] = toMatrix([item(0, "jp", "A"), item(1, "jp", "B")]);
  expect([...rowPaths(both ?? none)]).toEqual([["dot", "M3.5 3.5h2v2h-2zM14.5 3.5h2v2h-2z"]]);
});

const none = { culture: null, items: [], starts: [] };
