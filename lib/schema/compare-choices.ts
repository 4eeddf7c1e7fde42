/** The closed lists of Compare, without zod, so that the page need not carry the parser. */
export const lensNames = ["plain", "only-here", "shared", "difference", "scores", "evidence"] as const;
export type LensName = (typeof lensNames)[number];

/** What a pair of answers is judged by: which speaks for its culture better, and which could be no other's. */
export const askedNames = ["typical", "specific"] as const;
export type AskedName = (typeof askedNames)[number];

export const preferenceKinds = ["first", "second", "both", "neither"] as const;
export type PreferenceKind = (typeof preferenceKinds)[number];

/** Fewer cultures are not compared. */
export const fewestCompared = 2;
/** As many cultures stand side by side. */
export const mostCompared = 6;
/** As many answers of one culture are read. */
export const answersPerColumn = 12;
/** From here on two answers of different cultures look copied. */
export const copiedFrom = 0.9;
