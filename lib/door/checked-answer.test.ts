import { expect, test } from "vitest";
import { z } from "zod";
import { checkedAnswer } from "./checked-answer.ts";

const Output = z.strictObject({ rows: z.array(z.strictObject({ id: z.string() })) });

test("an answer that fits leaves as it is", () => {
  expect(checkedAnswer(Output, { rows: [{ id: "a" }] })).toEqual({ rows: [{ id: "a" }] });
});

test("an answer that lacks a field or says more than the document is not sent", () => {
  expect(() => checkedAnswer(Output, { rows: [{}] })).toThrow("rows.0.id");
  expect(() => checkedAnswer(Output, { rows: [{ id: "a", secret: "b" }] })).toThrow("rows.0");
});
