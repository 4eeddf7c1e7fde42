import { describe, expect, test } from "vitest";
import { parseBinding } from "./binding.ts";
import type { KeyStroke } from "./key-stroke.ts";
import { type Command, resolveKey, type Scope } from "./resolve-key.ts";
import { plainStroke as plain } from "./testing/plain-stroke.ts";

const commands: Command[] = [
  { id: "accept", keys: ["A"] },
  { id: "undo", keys: ["Z"] },
  { id: "redo", keys: ["Shift+Z"] },
  { id: "next", keys: ["J", "ArrowDown"], repeats: true },
  { id: "open", keys: ["Enter"] },
  { id: "save", keys: ["Mod+Enter"], inText: true },
  { id: "leave", keys: ["Escape"], inText: true },
  { id: "help", keys: ["?"] },
  { id: "sibling", keys: ["]"] },
  { id: "first", keys: ["1"] },
];
const page: Scope = { commands };
const press = (stroke: Partial<KeyStroke>, scopes = [page], mode: "on" | "with-alt" | "off" = "on") =>
  resolveKey({ ...plain, ...stroke }, scopes, mode);

describe("a key is read by its place", () => {
  test.each([
    ["Latin", "a", "KeyA"],
    ["Arabic", "ش", "KeyA"],
    ["Hindi", "ो", "KeyA"],
    ["Russian", "ф", "KeyA"],
    ["French, where the place prints q", "q", "KeyA"],
    ["caps lock", "A", "KeyA"],
  ])("%s", (_layout, key, code) => {
    expect(press({ key, code })).toBe("accept");
  });

  test("a French a lies elsewhere and does nothing", () => {
    expect(press({ key: "a", code: "KeyQ" })).toBeNull();
  });

  test("a keyboard that sends no place is read by its Latin letter", () => {
    expect(press({ key: "a", code: "" })).toBe("accept");
    expect(press({ key: "a", code: "Unidentified" })).toBe("accept");
    expect(press({ key: "ش", code: "" })).toBeNull();
    expect(press({ key: "1", code: "" })).toBe("first");
    expect(press({ key: "]", code: "" })).toBe("sibling");
  });

  test("digits of the number pad count", () => {
    expect(press({ key: "1", code: "Numpad1" })).toBe("first");
  });

  test("a bracket lies beside P on every layout", () => {
    expect(press({ key: "ъ", code: "BracketRight" })).toBe("sibling");
  });
});

describe("a symbol is read by what it types", () => {
  test("the question mark, wherever it lies", () => {
    expect(press({ key: "?", code: "Slash", shift: true })).toBe("help");
    expect(press({ key: "?", code: "Minus", shift: true })).toBe("help");
    expect(press({ key: "؟", code: "Slash", shift: true })).toBe("help");
  });
});

describe("modifiers", () => {
  test("Shift makes another command", () => {
    expect(press({ key: "Z", code: "KeyZ", shift: true })).toBe("redo");
    expect(press({ key: "z", code: "KeyZ" })).toBe("undo");
    expect(press({ key: "A", code: "KeyA", shift: true })).toBeNull();
  });

  test("Ctrl, ⌘ and Alt leave the key to the browser", () => {
    expect(press({ ctrl: true })).toBeNull();
    expect(press({ meta: true })).toBeNull();
    expect(press({ alt: true })).toBeNull();
  });

  test("AltGr types a character, also when Windows calls it Ctrl with Alt", () => {
    expect(press({ altGraph: true })).toBeNull();
    expect(press({ key: "Enter", code: "Enter", ctrl: true, alt: true })).toBeNull();
  });

  test("a chord works with Ctrl and with ⌘", () => {
    expect(press({ key: "Enter", code: "Enter", ctrl: true, inText: true })).toBe("save");
    expect(press({ key: "Enter", code: "Enter", meta: true, inText: true })).toBe("save");
  });
});

describe("a key that belongs to someone else", () => {
  test("an input method that composes", () => {
    expect(press({ composing: true })).toBeNull();
    expect(press({ key: "Enter", code: "Enter", ctrl: true, inText: true, composing: true })).toBeNull();
  });

  test("text that is typed, save for chords and Escape", () => {
    expect(press({ inText: true })).toBeNull();
    expect(press({ key: "Escape", code: "Escape", inText: true })).toBe("leave");
  });

  test("a button that answers Enter", () => {
    expect(press({ key: "Enter", code: "Enter", onControl: true })).toBeNull();
    expect(press({ onControl: true })).toBe("accept");
  });

  test("a dialog that is open", () => {
    expect(press({ underDialog: true })).toBeNull();
  });

  test("an exclusive scope above", () => {
    const editor: Scope = { commands: [{ id: "close", keys: ["Escape"] }], exclusive: true };
    expect(press({}, [page, editor])).toBeNull();
    expect(press({ key: "Escape", code: "Escape" }, [page, editor])).toBe("close");
  });
});

test("a held key moves but does not decide", () => {
  expect(press({ repeat: true })).toBeNull();
  expect(press({ key: "j", code: "KeyJ", repeat: true })).toBe("next");
});

test("the innermost scope answers first", () => {
  expect(press({}, [page, { commands: [{ id: "other", keys: ["A"] }] }])).toBe("other");
});

describe("single keys can be switched off", () => {
  test("off leaves chords and named keys", () => {
    expect(press({}, [page], "off")).toBeNull();
    expect(press({ key: "?", code: "Slash", shift: true }, [page], "off")).toBeNull();
    expect(press({ key: "Enter", code: "Enter", ctrl: true, inText: true }, [page], "off")).toBe("save");
    expect(press({ key: "ArrowDown", code: "ArrowDown" }, [page], "off")).toBe("next");
  });

  test("with Alt asks for Alt", () => {
    expect(press({}, [page], "with-alt")).toBeNull();
    expect(press({ alt: true }, [page], "with-alt")).toBe("accept");
  });
});

test("a binding that nobody can press is refused", () => {
  expect(() => parseBinding("Hyper+A")).toThrow("not a key binding: Hyper+A");
});
