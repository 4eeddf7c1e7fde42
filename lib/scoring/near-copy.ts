/** From this similarity on, two texts count as near copies of each other. */
export const nearCopy = 0.9;
