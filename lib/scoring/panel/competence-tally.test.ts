import { expect, test } from "vitest";
import { CompetenceTally, mostInformants } from "./competence-tally.ts";

const names = ["a", "b", "c"];
const known = [0.9, 0.6, 0.3];
const product = (k: number, l: number) => (known[k] ?? 0) * (known[l] ?? 0);

test("over many questions the competences come back, whatever the order of informants", () => {
  const tally = new CompetenceTally();
  for (let question = 0; question < 4000; question++) tally.add("jp", names, product);
  const turned = new CompetenceTally();
  for (let question = 0; question < 4000; question++)
    turned.add("jp", names.toReversed(), (k, l) => product(2 - k, 2 - l));
  const { jp = {} } = tally.competences();
  for (const [i, name] of names.entries()) expect(jp[name]).toBeCloseTo(known[i] ?? 0, 2);
  expect(turned.competences().jp).toEqual(jp);
});

test("of one question all are nearly alike: with ten more of the mean, 0.27 of it each", () => {
  const tally = new CompetenceTally();
  tally.add("jp", names, (k, l) => (k + l === 1 ? 0.81 : 0));
  // Mean 0.27; a and b (0.81 + 2.7) / 11, the others 2.7 / 11. w_c = 2.7/11 / w_a and w_a² = 3.51/11, by hand.
  const { a, b, c } = tally.competences().jp ?? {};
  expect(a).toBeCloseTo(Math.sqrt(3.51 / 11), 6);
  expect(b).toBeCloseTo(Math.sqrt(3.51 / 11), 6);
  expect(c).toBeCloseTo(2.7 / 11 / Math.sqrt(3.51 / 11), 6);
});

test("one informant, and more than have names of their own, are told nothing of", () => {
  const tally = new CompetenceTally();
  tally.add("jp", ["a"], () => 1);
  for (let person = 0; person <= mostInformants; person++) tally.add("mx", [`p${person}`, `q${person}`], () => 1);
  expect(tally.competences()).toEqual({});
});
