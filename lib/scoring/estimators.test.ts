import { expect, test } from "vitest";
import { EstimatorName } from "../schema/score.ts";
import { estimators } from "./estimators.ts";
import { threeCultures, unmasked } from "./testing/made-up-corpus.ts";

test.each(EstimatorName.options)("%s is registered under its name, and its model says whose it is", async (name) => {
  const estimator = estimators[name];
  const { model } = await estimator.fit(threeCultures, unmasked);
  expect([estimator.name, model.estimator]).toEqual([name, name]);
  expect(model.version).toBe(estimator.version);
});

test("a model of one estimator is refused by another", async () => {
  const { model } = await estimators.lexical.fit(threeCultures, unmasked);
  expect(() => estimators.siblings.fromBytes(model.toBytes(), unmasked)).toThrow("another version");
});

test.each(EstimatorName.options)("%s scores an empty project with nothing", async (name) => {
  const { model, scores } = await estimators[name].fit(() => [], unmasked);
  expect([...scores]).toEqual([]);
  expect(estimators[name].fromBytes(model.toBytes(), unmasked).score([])).toEqual([]);
});
