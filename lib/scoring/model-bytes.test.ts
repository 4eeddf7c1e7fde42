import { describe, expect, test } from "vitest";
import { StudioError } from "../errors.ts";
import { readModelBytes, type StoredArray, writeModelBytes } from "./model-bytes.ts";

describe("model bytes", () => {
  const arrays = new Map<string, StoredArray>([
    ["small", Uint16Array.of(1, 2, 3)],
    ["exact", Float64Array.of(Math.PI)],
    ["none", new Float32Array()],
  ]);
  const bytes = writeModelBytes("test 1", { name: "日本" }, arrays);

  test("come back as they were, wherever they lie in memory", () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const { facts, array } = readModelBytes("test 1", shifted.subarray(3));
    expect(facts).toEqual({ name: "日本" });
    expect(array("small", Uint16Array)).toEqual(Uint16Array.of(1, 2, 3));
    expect(array("exact", Float64Array)).toEqual(Float64Array.of(Math.PI));
    expect(array("none", Float32Array)).toHaveLength(0);
  });

  test("of another version, cut short or of no model at all are refused", () => {
    expect(() => readModelBytes("test 2", bytes)).toThrow(StudioError);
    expect(() => readModelBytes("test 1", bytes.subarray(0, bytes.length - 8))).toThrow("damaged");
    expect(() => readModelBytes("test 1", new Uint8Array(2))).toThrow(StudioError);
    expect(() => readModelBytes("test 1", new Uint8Array(64).fill(255))).toThrow(StudioError);
  });

  test("say which array is missing", () => {
    const { array } = readModelBytes("test 1", bytes);
    expect(() => array("other", Uint16Array)).toThrow('lacks "other"');
    expect(() => array("small", Float32Array)).toThrow(StudioError);
  });
});
