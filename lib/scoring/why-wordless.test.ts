import { expect, test } from "vitest";
import { lexical } from "./lexical/index.ts";
import { siblings } from "./siblings/index.ts";
import { makeItem } from "./testing/made-up-corpus.ts";

test.each([lexical, siblings])("$name tells a masked name from an answer without words", async (estimator) => {
  const items = ["Kyoto", "🍚", "rice", "bread"].map((response, i) =>
    makeItem({ id: response, culture: `c${i}`, questionKey: "q", response }),
  );
  const { model, scores } = await estimator.fit(() => items, { mask: (text) => text.replaceAll("Kyoto", "▢") });
  const reasons = new Map([...scores].map(({ id, distinctiveness: d }) => [id, d.computed ? "" : d.reason]));
  expect(reasons.get("Kyoto")).toBe(
    "The answer only names a place, people or language, and names are left out of the comparison.",
  );
  expect(reasons.get("🍚")).toBe("The answer has no words to compare.");
  expect(reasons.get("rice")).not.toContain("names");
  expect(model.score(items.map((item) => ({ item, fittedAs: item })))[0]?.distinctiveness).toMatchObject({
    reason: reasons.get("Kyoto"),
  });
});
