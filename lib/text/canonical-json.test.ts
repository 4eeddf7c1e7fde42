import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonicalJson", () => {
  test("sorts keys at every depth and keeps the order of lists", () => {
    expect(canonicalJson({ b: { d: 1, c: [3, 2, { z: null, y: true }] }, a: "é" })).toBe(
      '{"a":"é","b":{"c":[3,2,{"y":true,"z":null}],"d":1}}',
    );
  });

  test("sorts number-like keys as text, which object literals do not", () => {
    expect(canonicalJson({ 2: "two", 10: "ten" })).toBe('{"10":"ten","2":"two"}');
  });

  test("leaves out undefined and refuses what JSON cannot hold", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, [undefined]]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  test("does not depend on the order of insertion and parses back to the same value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
