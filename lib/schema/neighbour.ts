import { z } from "zod";

/** What a likeness between conversations is of: their wording, within a language, or their meaning as a model embeds it. */
export const NeighbourBasis = z.enum(["lexical", "embedding"]);
export type NeighbourBasis = z.infer<typeof NeighbourBasis>;

const Near = z.strictObject({ id: z.uuid(), similarity: z.number().min(0).max(1) });

/** The nearest of one's own culture, nearest first, as they are stored. */
export const HomeNeighbours = z.array(Near);
/** The nearest of each other culture, nearest first, as they are stored. */
export const ForeignNeighbours = z.array(Near.extend({ culture: z.string() }));
