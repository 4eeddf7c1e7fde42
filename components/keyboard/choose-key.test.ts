import { expect, test } from "vitest";
import { bindingOfStroke, clashOf } from "./choose-key.ts";

const commands = [
  { id: "accept", title: "Accept", keys: ["A"] },
  { id: "undo", title: "Undo", keys: ["Z"] },
  { id: "redo", title: "Redo", keys: ["Shift+Z"] },
  { id: "next", title: "Next", keys: ["J", "ArrowDown"] },
];
const stroke = (code: string, held: object = {}) => ({
  code,
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  altGraph: false,
  repeat: false,
  composing: false,
  inText: false,
  onControl: false,
  underDialog: false,
  ...held,
});

test("a pressed key is taken by its place, whatever it prints", () => {
  expect(bindingOfStroke(stroke("KeyQ"))).toBe("Q");
  expect(bindingOfStroke(stroke("Digit1", { shift: true }))).toBe("Shift+1");
  expect(bindingOfStroke(stroke("BracketLeft"))).toBe("[");
  expect(bindingOfStroke(stroke("KeyS", { meta: true }))).toBe("Mod+S");
  expect(bindingOfStroke(stroke("F5"))).toBeNull();
  expect(bindingOfStroke(stroke("KeyQ", { alt: true }))).toBeNull();
});

test("clashes are named: with another command, with the browser", () => {
  expect(clashOf("Z", "accept", commands)).toContain("“Undo”");
  expect(clashOf("Shift+Z", "accept", commands)).toContain("“Redo”");
  expect(clashOf("Mod+W", "accept", commands)).toContain("browser");
  expect(clashOf("A", "accept", commands)).toBeNull();
  expect(clashOf("Q", "accept", commands)).toBeNull();
});
