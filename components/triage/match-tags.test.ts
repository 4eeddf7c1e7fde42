import { expect, test } from "vitest";
import type { TagView } from "#lib/schema/project.ts";
import { matchTags } from "./match-tags.ts";

const tag = (name: string, path: string, position: number): TagView => ({
  id: `0190a000-0000-7000-8000-00000000000${position}`,
  key: name.toLowerCase(),
  parent: null,
  kind: "facet",
  name,
  description: "",
  position,
  version: 1,
  path,
  conversations: 0,
});
const tags = [
  tag("Norm", "Facet / Norm", 1),
  tag("Value", "Facet / Value", 2),
  tag("Mate compartido é", "Facet / Mate", 3),
  tag("Facet", "Facet", 4),
];
const names = (query: string) => matchTags(tags, query).map((each) => each.name);

test("nothing typed shows all in their order", () => {
  expect(names("")).toEqual(["Norm", "Value", "Mate compartido é", "Facet"]);
});

test("every word has to be there, whatever the case and the accents", () => {
  expect(names("VAL")).toEqual(["Value"]);
  expect(names("facet norm")).toEqual(["Norm"]);
  expect(names("compartido e")).toEqual(["Mate compartido é"]);
  expect(names("nothing")).toEqual([]);
});

test("a name that begins with it stands before a path that holds it", () => {
  expect(names("facet")[0]).toBe("Facet");
});
