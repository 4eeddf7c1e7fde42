import { expect, test } from "vitest";
import { bindingOfStroke, clashOf } from "./choose-key.ts";
import type { KeyStroke } from "./key-stroke.ts";
import { plainStroke } from "./testing/plain-stroke.ts";
import { titledCommands as commands } from "./testing/titled-commands.ts";

const stroke = (code: string, held: Partial<KeyStroke> = {}) => ({ ...plainStroke, code, ...held });

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
