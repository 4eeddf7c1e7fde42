import { expect, test } from "vitest";
import { placeLabels } from "./place-labels.ts";
import { cornerLine, plotGeometry } from "./plot-geometry.ts";

test.each([
  ["on a phone, where they stand in two lines", 358, 2],
  ["on a desk, where they stand in one", 820, 1],
])("names of medians at the edges keep clear of the names of the corners %s", (_, width, lines) => {
  const geometry = plotGeometry({ width, height: 420 });
  expect(geometry.cornerLines).toBe(lines);
  const scores = [0, 0.5, 1];
  for (const edge of [0, 1]) {
    const marks = scores.map((score) => ({ x: geometry.x(score), y: geometry.y(edge) }));
    const labels = placeLabels(marks, [60, 60, 60], geometry.names);
    expect(labels).not.toContain(null);
    // The baselines of the names of the corners are 18 px below the plot's top, and 10 px above its foot.
    const [highest, lowest] = [geometry.y(1) + 18 + (lines - 1) * cornerLine, geometry.y(0) - 10];
    for (const label of labels) {
      expect((label?.y ?? 0) - 8).toBeGreaterThanOrEqual(highest);
      expect((label?.y ?? 0) + 8).toBeLessThanOrEqual(lowest - (lines - 1) * cornerLine - 10);
    }
  }
});
