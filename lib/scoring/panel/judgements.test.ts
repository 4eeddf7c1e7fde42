import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededChance } from "../../random.ts";
import { noCulture } from "../../schema/panel-evidence.ts";
import { culturePosterior } from "./culture-posterior.ts";
import { layOutOptions } from "./lay-out-options.ts";
import { normalisedGain } from "./normalised-gain.ts";
import { readJudgement, readTokenChances } from "./read-judgement.ts";
import { fitTemperature, scaleTemperature } from "./temperature.ts";

const options = [
  { label: "A", culture: "mx" },
  { label: "B", culture: noCulture },
  { label: "C", culture: "jp" },
];

describe("options", () => {
  test("every culture has one label, and no culture is among them", () => {
    const laid = layOutOptions(["jp", "mx", "ng"], seededChance(1));
    expect(laid.map(({ label }) => label)).toEqual(["A", "B", "C", "D"]);
    expect(laid.map(({ culture }) => culture).sort()).toEqual([noCulture, "jp", "mx", "ng"]);
    expect(layOutOptions(["jp", "mx"], seededChance(1), { none: false })).toHaveLength(2);
  });

  test("each culture comes first about as often as any other", () => {
    const chance = seededChance(5);
    const first = Array.from({ length: 3000 }, () => layOutOptions(["jp", "mx"], chance)[0]?.culture);
    for (const culture of ["jp", "mx", noCulture]) {
      expect(first.filter((each) => each === culture).length).toBeGreaterThan(900);
    }
  });

  test("labels go on after Z, none twice", () => {
    const labels = layOutOptions(
      Array.from({ length: 60 }, (_, i) => `c${i}`),
      seededChance(1),
    ).map(({ label }) => label);
    expect(labels[25]).toBe("Z");
    expect(labels[26]).toBe("AA");
    expect(new Set(labels).size).toBe(61);
  });
});

describe("readJudgement", () => {
  test.each([
    ['{"A": 0.2, "B": 0, "C": 0.8}', { mx: 0.2, [noCulture]: 0, jp: 0.8 }],
    ['Sure!\n```json\n{"C": "75 %", "A": "25%"}\n```', { mx: 0.25, [noCulture]: 0, jp: 0.75 }],
    ['{"A": 60, "C": 40, "Z": 900, "why": "tea"}', { mx: 0.6, [noCulture]: 0, jp: 0.4 }],
  ])("reads %j", (reply, probabilities) => {
    const reading = readJudgement(reply, options);
    if (!reading.read) throw new Error(reading.reason);
    for (const [culture, share] of Object.entries(probabilities)) {
      expect(reading.probabilities[culture]).toBeCloseTo(share, 12);
    }
  });

  test.each([
    ["It is from Japan.", "not JSON"],
    ["{A: 1}", "not JSON"],
    ["[1, 2]", "not JSON"],
    ['{"jp": 1}', "no option"],
    ['{"A": -0.2, "C": 1.2}', "not a probability"],
    ['{"A": 0, "C": 0}', "not a probability"],
    ['{"A": "likely"}', "not a probability"],
    ['{"A": 1e999}', "not a probability"],
    ['{"__proto__": {"A": 1}}', "no option"],
  ])("%j is no judgement: %s", (reply, reason) => {
    expect(readJudgement(reply, options)).toEqual({ read: false, reason });
  });

  test("any reply gives shares that add up to 1, or a reason", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (reply) => {
        const reading = readJudgement(reply, options);
        if (!reading.read) return;
        const shares = Object.values(reading.probabilities);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });

  test("reads the chances of the first token, those of no label aside", () => {
    const reading = readTokenChances(
      [
        { token: " C", logprob: Math.log(0.6) },
        { token: "A", logprob: Math.log(0.2) },
        { token: "The", logprob: Math.log(0.15) },
      ],
      options,
    );
    expect(reading).toMatchObject({ read: true });
    expect(reading.read && reading.probabilities.jp).toBeCloseTo(0.75, 12);
    expect(readTokenChances([{ token: "The", logprob: 0 }], options)).toEqual({ read: false, reason: "no option" });
  });
});

describe("culturePosterior", () => {
  const said = (judge: string, jp: number) => ({ judge, probabilities: { jp, mx: 1 - jp } });
  const judgements = [said("one", 0.8), said("one", 0.6), said("two", 0.4), said("two", 0.2)];

  test("is the mean over orders, then over judges by weight", () => {
    expect(culturePosterior(judgements)?.probabilities.get("jp")).toBeCloseTo(0.5, 12); // (0.7 + 0.3) / 2
    expect(culturePosterior(judgements, { one: 3 })?.probabilities.get("jp")).toBeCloseTo(0.6, 12); // (3 · 0.7 + 0.3) / 4
    expect(culturePosterior([...judgements, said("one", 0.7)])?.probabilities.get("jp")).toBeCloseTo(0.5, 12);
  });

  test("a judge who saw one order does not count, and without a judge there is none", () => {
    expect(culturePosterior([...judgements, said("three", 1)])?.byJudge.size).toBe(2);
    expect(culturePosterior([said("three", 1)])).toBeNull();
    expect(culturePosterior(judgements, { one: 0, two: 0 })).toBeNull();
  });
});

describe("temperature", () => {
  test("2 takes the root: 0.8 and 0.2 become 2/3 and 1/3", () => {
    const scaled = scaleTemperature(
      new Map([
        ["jp", 0.8],
        ["mx", 0.2],
      ]),
      2,
    );
    expect(scaled.get("jp")).toBeCloseTo(2 / 3, 12);
    expect(scaled.get("mx")).toBeCloseTo(1 / 3, 12);
  });

  test("a judge twice too sure is found to be so", () => {
    const chance = seededChance(3);
    const labelled = Array.from({ length: 4000 }, () => {
      const jp = chance();
      const probabilities = scaleTemperature(
        new Map([
          ["jp", jp],
          ["mx", 1 - jp],
        ]),
        0.5,
      );
      return { probabilities, culture: chance() < jp ? "jp" : "mx" };
    });
    const fitted = fitTemperature(labelled) ?? 0;
    expect(fitted).toBeGreaterThan(1.85);
    expect(fitted).toBeLessThan(2.15);
    expect(fitTemperature(labelled.slice(0, 49))).toBeNull();
  });
});

test.each([
  [1, 4, 1],
  [0.5, 4, 0.5],
  [0.25, 4, 0],
  [0.1, 4, 0],
  [0, 4, 0],
])("of probability %f among %i options the gain is %f", (probability, count, gain) => {
  expect(normalisedGain(probability, count)).toBeCloseTo(gain, 12);
});

test("without anything to choose from there is no gain", () => {
  expect(() => normalisedGain(1, 1)).toThrow(RangeError);
});
