import fc from "fast-check";

/** Any decided items, with ties. */
export const decided = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 40 }).map((n) => n / 40), outcome: fc.constantFrom(0, 1) }),
  { minLength: 1, maxLength: 80 },
);

/** Any rated items, with ties. */
export const rated = fc.array(
  fc.record({
    score: fc.integer({ min: 0, max: 40 }).map((n) => n / 40),
    outcome: fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
  }),
  { minLength: 1, maxLength: 80 },
);
