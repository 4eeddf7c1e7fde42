import { afterAll, beforeAll, expect, test } from "vitest";
import { type Simulator, startSimulator } from "#lib/simulator/start-simulator.ts";
import { embed } from "./embed.ts";
import { type Endpoint, openEndpoint } from "./endpoint.ts";

const model = "tessera-simulator-embedding";
const rules = [{ host: "127.0.0.1", port: null, private: true }];
let simulator: Simulator;
let endpoint: Endpoint;

beforeAll(async () => {
  const faults = [
    { fault: "F3", contains: "asked twice", first: 1, seconds: 0.01 },
    { fault: "F6", contains: "no key" },
  ];
  simulator = await startSimulator({ port: 0, seed: 7, latency: 0, faults });
  endpoint = openEndpoint(
    {
      connection: "c",
      name: "Simulator",
      baseUrl: simulator.url,
      key: null,
      headers: {},
      timeout: 20_000,
      simulated: true,
    },
    rules,
  );
});
afterAll(async () => {
  await endpoint.close();
  await simulator.stop();
});

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined) =>
  a?.reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);

test("gives each text its vector, in order, over several requests", async () => {
  const texts = Array.from({ length: 130 }, (_, n) => `Tea is poured by guest number ${n}.`);
  const { vectors, model: said, requests, tokens } = await embed(endpoint, model, texts);
  expect(vectors).toHaveLength(130);
  expect(new Set(vectors.map(({ length }) => length))).toEqual(new Set([256]));
  expect({ said, requests }).toEqual({ said: model, requests: 3 });
  expect(tokens).toBeGreaterThan(130);
  const [alone] = (await embed(endpoint, model, [texts[77] ?? ""])).vectors;
  expect(alone).toEqual(vectors[77]);
});

test("texts that share words lie nearer than those that do not, in several scripts", async () => {
  const { vectors } = await embed(endpoint, model, [
    "The eldest pours the tea at a wedding.",
    "At a wedding the tea is poured by the eldest.",
    "Buses run every ten minutes in winter.",
    "年長者がお茶を注ぎます",
    "お茶は年長者が注ぎます",
    "冬はバスが十分ごとに来る",
  ]);
  expect(cosine(vectors[0], vectors[1])).toBeGreaterThan((cosine(vectors[0], vectors[2]) ?? 0) + 0.3);
  expect(cosine(vectors[3], vectors[4])).toBeGreaterThan((cosine(vectors[3], vectors[5]) ?? 0) + 0.05);
  expect(cosine(vectors[0], vectors[0])).toBeCloseTo(1, 4);
});

test("asks again where that may help, and tells what cannot be helped", async () => {
  expect((await embed(endpoint, model, ["asked twice"])).requests).toBe(2);
  await expect(embed(endpoint, model, ["no key"])).rejects.toMatchObject({ code: "unauthorized", transient: false });
  await expect(embed(endpoint, "tessera-simulator-1", ["a"])).rejects.toMatchObject({ code: "unknown-model" });
});

test("a budget shorter than the endpoint's own limit is kept, whatever fraction of a millisecond is left of it", async () => {
  expect((await embed(endpoint, model, ["in haste"], { budget: 5_000 })).requests).toBe(1);
});

test("no texts, no request", async () => {
  expect(await embed(endpoint, model, [])).toEqual({ vectors: [], model: null, tokens: null, requests: 0 });
});
