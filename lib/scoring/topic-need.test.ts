import { expect, test } from "vitest";
import { topicNeed } from "./topic-need.ts";

test.each([
  // By hand, 4 topics, so the target is 5 of 20.
  [0, 20, 4, 1],
  [5, 20, 4, 0.5],
  [8, 20, 4, 0.2],
  [10, 20, 4, 0],
  [20, 20, 4, 0],
  [0, 0, 4, 1],
])("%i of %i items on one of %i topics need %f", (onTopic, withTopic, topics, need) => {
  expect(topicNeed(onTopic, withTopic, topics)).toBeCloseTo(need, 12);
});
