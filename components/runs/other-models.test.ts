import { expect, test } from "vitest";
import { otherModels } from "./other-models.ts";

test("models to try again with are named once, those of the project first", () => {
  const role = { connection: "a", connectionName: "Lab", simulated: false, trouble: null };
  const choices = otherModels({
    generator: [{ ...role, model: "small" }],
    judge: [
      { ...role, model: "small" },
      { ...role, model: "large" },
    ],
    offered: [
      { connection: "b", connectionName: "Far", simulated: false, models: ["small"], embeds: [] },
      { connection: "a", connectionName: "Lab", simulated: false, models: ["large", "old"], embeds: [] },
    ],
  });
  expect(choices.map(({ label }) => label)).toEqual(["Lab, small", "Lab, large", "Far, small", "Lab, old"]);
  expect(choices[2]?.model).toEqual({ connection: "b", model: "small" });
});
