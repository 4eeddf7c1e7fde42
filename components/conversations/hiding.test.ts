import { expect, test } from "vitest";
import { madeCard } from "#components/triage/testing/made-card.ts";
import { columnIds } from "./column-choice.ts";
import { hideInRow, hidingFrom, hidingWords, isColumnHidden, isSortHidden } from "./hiding.ts";

const settings = { blind: true, hideScores: true };
const everything = { cultures: true, scores: true };

test("settings bind annotators, and neither those who lead nor those who only read", () => {
  expect(hidingFrom({ role: "annotator", ...settings })).toEqual(everything);
  expect(hidingFrom({ role: "annotator", blind: false, hideScores: true })).toEqual({ cultures: false, scores: true });
  for (const role of ["viewer", "curator", "admin"] as const)
    expect(hidingFrom({ role, ...settings })).toEqual({ cultures: false, scores: false });
});

test("columns and orders that say the culture or a score go; the others stay", () => {
  expect(columnIds.filter((id) => !isColumnHidden(id, everything))).toEqual([
    "status",
    "topic",
    "decidedBy",
    "assignee",
    "added",
    "updated",
  ]);
  expect(isColumnHidden("language", { cultures: false, scores: true })).toBe(false);
  expect(isSortHidden("culture", { cultures: true, scores: false })).toBe(true);
  expect(isSortHidden("distinctiveness", { cultures: true, scores: false })).toBe(false);
  expect(isSortHidden("updated", everything)).toBe(false);
});

test("a row says its culture nowhere, keeps its text and its language, and stays one object", () => {
  const row = {
    ...madeCard("a").conversation,
    source: "Japan survey",
    externalId: "jp-1",
    method: "japan-writer",
    unscored: { representativeness: "Only 4 items of Japan.", distinctiveness: null },
  };
  const hidden = hideInRow(row);
  expect(JSON.stringify(hidden)).not.toMatch(/japan|日本|"jp/i);
  expect(hidden).toMatchObject({ question: row.question, language: "ja", unscored: { distinctiveness: null } });
  expect(hidden.unscored.representativeness).toMatch(/once you have decided/);
  expect(hideInRow(row)).toBe(hidden);
});

test("the place itself says what is hidden and until when", () => {
  expect(hidingWords({ cultures: false, scores: false })).toBeNull();
  expect(hidingWords({ cultures: false, scores: true })).toBe(
    "Scores stay out of these rows. The panel tells them once you have decided.",
  );
  expect(hidingWords(everything)).toMatch(/^Cultures and scores stay out .* filter by culture, and you know it\.$/);
});
