import { expect, test } from "vitest";
import { guidelineBlocks } from "./guideline-blocks.ts";

test("a guideline has headings, paragraphs and lists", () => {
  const text =
    "# Accept\nWhat a guest would know.\nSay who says so.\n\n## When in doubt\n- skip it\n* leave a note\n  in two lines\n\n1. read\n2) decide\n";
  expect(guidelineBlocks(text)).toEqual([
    { kind: "heading", level: 3, text: "Accept" },
    { kind: "paragraph", text: "What a guest would know.\nSay who says so." },
    { kind: "heading", level: 4, text: "When in doubt" },
    { kind: "list", ordered: false, items: ["skip it", "leave a note in two lines"] },
    { kind: "list", ordered: true, items: ["read", "decide"] },
  ]);
});

test("markup is text", () => {
  expect(guidelineBlocks("<b onclick=x>bold</b>")).toEqual([{ kind: "paragraph", text: "<b onclick=x>bold</b>" }]);
  expect(guidelineBlocks("#untitled\n\n-5 degrees")).toEqual([
    { kind: "paragraph", text: "#untitled" },
    { kind: "paragraph", text: "-5 degrees" },
  ]);
  expect(guidelineBlocks("\n \n")).toEqual([]);
});
