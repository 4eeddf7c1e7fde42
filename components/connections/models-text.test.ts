import { expect, test } from "vitest";
import { modelsText, readHeaders, readModels } from "./models-text.ts";

const models = [
  { name: "small", contextTokens: null, inputPrice: null, outputPrice: null },
  { name: "large", contextTokens: 128_000, inputPrice: 2.5, outputPrice: 10 },
  { name: "free", contextTokens: null, inputPrice: 0, outputPrice: 0 },
];

test("models are written one a line and read back", () => {
  expect(modelsText(models)).toBe("small\nlarge, 128000, 2.5, 10\nfree, , 0, 0");
  expect(readModels(modelsText(models))).toEqual(models);
  expect(readModels(" \n\n")).toEqual([]);
});

test("headers are read by their first colon", () => {
  expect(readHeaders("X-Team: tea\napi-key: a:b\n\n")).toEqual({ "X-Team": "tea", "api-key": "a:b" });
});
