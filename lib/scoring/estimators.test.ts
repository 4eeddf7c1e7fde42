import { expect, test } from "vitest";
import { EstimatorName, Measure, ScoreParts } from "../schema/score.ts";
import { estimators } from "./estimators.ts";
import { makeItem, threeCultures, unmasked } from "./testing/made-up-corpus.ts";

test.each(EstimatorName.options)("%s is registered under its name, and its model says whose it is", async (name) => {
  const estimator = estimators[name];
  const { model } = await estimator.fit(threeCultures, unmasked);
  expect([estimator.name, model.estimator]).toEqual([name, name]);
  expect(model.version).toBe(estimator.version);
});

test.each(EstimatorName.options)("%s gives every item what the schema of a score asks for", async (name) => {
  const odd = ["", " ", "🎎", "\ud800", "1", "字".repeat(5000)].map((response, i) =>
    makeItem({ id: `odd-${i}`, response, questionKey: "q" }),
  );
  const items = [...threeCultures().map((item, i) => ({ ...item, questionKey: `q${i % 40}` })), ...odd];
  const scores = [...(await estimators[name].fit(() => items, unmasked)).scores];
  expect(scores.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
  for (const { representativeness, distinctiveness, parts } of scores) {
    expect(() => [
      Measure.parse(representativeness),
      Measure.parse(distinctiveness),
      ScoreParts.parse(parts),
    ]).not.toThrow();
  }
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
