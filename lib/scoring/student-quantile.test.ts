import { expect, test } from "vitest";
import { studentQuantile } from "./student-quantile.ts";

test.each([
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [4, 2.7764451051977934],
  [5, 2.5705818356363146],
  [7, 2.364624251592784],
  [10, 2.228138851986274],
  [30, 2.0422724563012378],
  [100, 1.9839715185235518],
])("with %f degrees of freedom is %f", (degreesOfFreedom, quantile) => {
  expect(Math.abs(studentQuantile(degreesOfFreedom) - quantile)).toBeLessThan(2e-3); // scipy.stats.t.ppf(0.975, n)
});

test("without any is infinite, and falls with each more", () => {
  expect(studentQuantile(0)).toBe(Number.POSITIVE_INFINITY);
  for (let degrees = 1; degrees < 60; degrees++)
    expect(studentQuantile(degrees + 1)).toBeLessThan(studentQuantile(degrees));
});
