/** The closed lists of Compare, without zod, so that the page need not carry the parser. */
/** What a pair of answers is judged by: which speaks for its culture better, and which could be no other's. */
export const askedNames = ["typical", "specific"] as const;

export const preferenceKinds = ["first", "second", "both", "neither"] as const;

/** As many cultures stand side by side. */
export const mostCompared = 6;
/** As many answers of one culture are read. */
export const answersPerColumn = 12;
