import fc from "fast-check";
import { expect, test } from "vitest";
import { measureNames } from "#lib/schema/choices.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { parseQueueOrder, queueOrderQuery } from "./queue-state.ts";

const parse = (query: string) => parseQueueOrder(new URLSearchParams(query));

test("every order can be told by an address and read from it", () => {
  const orders = fc.oneof(
    fc.record({ by: fc.constantFrom("oldest", "disagreement", "thin", "random") }),
    fc.record({
      by: fc.constant("near"),
      measure: fc.constantFrom(...measureNames),
      value: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
    }),
  ) satisfies fc.Arbitrary<QueueOrder>;
  fc.assert(
    fc.property(orders, (order) => {
      expect(parse(queueOrderQuery(order))).toEqual(order);
    }),
  );
});

test("an address that was mistyped still opens a queue", () => {
  expect(parse("")).toEqual({ by: "oldest" });
  expect(parse("order=best")).toEqual({ by: "oldest" });
  const middle = { by: "near", measure: "representativeness", value: 0.5 };
  expect(parse("order=near")).toEqual(middle);
  expect(parse("order=near&near=beauty:2")).toEqual(middle);
  expect(parse("order=near&near=distinctiveness:")).toEqual({ ...middle, measure: "distinctiveness" });
});
