import type { LineNote } from "#lib/schema/import.ts";
import type { NoteCode } from "./codes.ts";
import { looksUnusual } from "./looks-unusual.ts";

/** A word may need a joiner or two and an emoji a few; more than this in one turn is not writing. */
const ZERO_WIDTH_LIMIT = 64;
/** The most marks on one letter in careful Hebrew, Vietnamese or Sanskrit text is about five. */
const COMBINING_LIMIT = 8;

const zeroWidth = /[\u200B-\u200D\u2060\u2061-\u2064\uFE00-\uFE0F\uFEFF\u{E0100}-\u{E01EF}]/gu;
const zalgo = new RegExp(`\\p{M}{${COMBINING_LIMIT},}`, "u");

const checks: readonly { code: NoteCode; pattern: RegExp; message: string }[] = [
  {
    code: "N_BIDI",
    pattern: /[\u202A-\u202E\u2066-\u2069]/u,
    message: "Holds direction controls, which can show the text in another order than it is stored.",
  },
  {
    code: "N_HIDDEN_TEXT",
    pattern: /[\u{E0001}-\u{E007F}]/u,
    message: "Holds tag characters, which can hide text. They are shown as marks.",
  },
  {
    code: "N_CONTROL",
    pattern: /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/u,
    message: "Holds control characters.",
  },
  {
    code: "N_NONCHARACTER",
    pattern: /[\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Noncharacter_Code_Point}/u,
    message: "Holds code points that are not characters.",
  },
  {
    code: "N_PRIVATE_USE",
    pattern: /\p{Co}/u,
    message: "Holds private-use characters, which look different on every machine.",
  },
];

const flagTags = /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}/gu;

/**
 * Notes on one turn's text: direction controls, hidden tags, many zero-width characters, stacked marks, controls,
 * noncharacters, private use. The text itself is never changed. Flags of regions (🏴 with tags) are no hidden text.
 * O(characters).
 */
export function textNotes(text: string, field: string): LineNote[] {
  if (!looksUnusual(text, COMBINING_LIMIT)) return [];
  const notes: LineNote[] = [];
  const visible = text.replace(flagTags, "");
  for (const { code, pattern, message } of checks) {
    if (pattern.test(visible)) notes.push({ code, field, message });
  }
  const invisible = visible.match(zeroWidth)?.length ?? 0;
  if (invisible > ZERO_WIDTH_LIMIT) {
    notes.push({ code: "N_ZERO_WIDTH", field, message: `Holds ${invisible} characters without width.` });
  }
  if (zalgo.test(visible.replace(zeroWidth, ""))) {
    notes.push({
      code: "N_COMBINING",
      field,
      message: `Holds ${COMBINING_LIMIT} or more combining marks on one letter.`,
    });
  }
  return notes;
}
