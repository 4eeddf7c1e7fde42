import { expect, test } from "vitest";
import { printedLegend } from "./printed-legend.ts";

const french = new Map([
  ["KeyA", "q"],
  ["KeyZ", "w"],
]);

test("shows what the person's keyboard prints at the place", () => {
  expect(printedLegend("A", french)).toBe("Q");
  expect(printedLegend("Shift+Z", french)).toBe("⇧W");
});

test("shows the US legend where the layout is not known", () => {
  expect(printedLegend("A", null)).toBe("A");
  expect(printedLegend("]", null)).toBe("]");
});

test("names keys that print nothing", () => {
  expect(printedLegend("Mod+Enter", null)).toBe("Ctrl ↵");
  expect(printedLegend("Mod+Enter", null, true)).toBe("⌘↵");
  expect(printedLegend("ArrowDown", null)).toBe("↓");
});
