import { expect, test } from "vitest";
import { countQueues } from "./count-queues.ts";
import { columnsOf } from "./testing/columns-of.ts";

test("only what is pending waits, and a cell is empty until something in it is accepted", () => {
  const columns = columnsOf([
    { culture: "jp", topic: "food", status: "accepted", disagreement: 0.9 },
    { culture: "jp", topic: "food", disagreement: 0.31 },
    { culture: "jp", topic: "dress", disagreement: 0.3 },
    { culture: "ke", topic: "dress", status: "rejected" },
    { culture: "ke", topic: "food" },
    { culture: "ke", topic: null },
  ]);
  expect(countQueues(columns)).toEqual({ pending: 4, disagreeing: 1, waitingCells: 3, emptyCells: 2 });
});

test("a project without conversations has nothing waiting", () => {
  expect(countQueues(columnsOf([]))).toEqual({ pending: 0, disagreeing: 0, waitingCells: 0, emptyCells: 0 });
});
