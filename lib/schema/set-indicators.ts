import { z } from "zod";

const Share = z.number().min(0).max(1);

/** One number about a set and how many conversations it rests on, or why there is none. */
export const Indicator = z.discriminatedUnion("computed", [
  z.strictObject({ computed: z.literal(true), value: Share, of: z.int().min(1) }),
  z.strictObject({ computed: z.literal(false), reason: z.string().min(1) }),
]);
export type Indicator = z.infer<typeof Indicator>;

/** What a set of conversations is like as a whole. */
export const SetIndicators = z.strictObject({
  /** Conversations in the set, as of now. */
  conversations: z.int(),
  sample: z.strictObject({
    /** How many of the set were read for what is measured by wording. */
    conversations: z.int(),
    /** At most so many of each culture were drawn, by the hashes of their ids: the same ones each time. */
    perCulture: z.int(),
    /** Whether that was all of the set and of the pool. */
    whole: z.boolean(),
  }),
  /** How near the set comes to all that its cultures have: 1 when nothing they say is far from it. */
  coverage: Indicator,
  /** How evenly it lies over the project's topics. */
  balance: Indicator,
  /** The share of it that has a near copy in its own culture. */
  redundancy: Indicator,
  /** How far it lies from what is accepted already. */
  diversityGain: Indicator,
  /** Distinct words, and distinct pairs of words, among all of the sample's answers. */
  distinct1: Indicator,
  distinct2: Indicator,
  /** The mean information gain of the panel's judges. */
  informativeness: Indicator,
  /** Most conversations first; the hundred with most where there are more. */
  cultures: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      conversations: z.int(),
      coverage: Indicator,
      balance: Indicator,
      redundancy: Indicator,
      diversityGain: Indicator,
    }),
  ),
  moreCultures: z.int(),
  /** By language: how well wording tells its cultures apart, each text left out of its own culture's centroid. */
  separability: z.array(
    z.strictObject({
      language: z.string(),
      conversations: z.int(),
      macroF1: Share,
      /** The share of the uncertainty about the culture that the nearest centroid takes away. */
      information: Share,
      silhouette: z.number().min(-1).max(1),
      confusion: z.strictObject({
        /** Culture codes; rows are where the texts are from, columns where they would be put. */
        labels: z.array(z.string()),
        counts: z.array(z.array(z.int())),
      }),
    }),
  ),
});
export type SetIndicators = z.infer<typeof SetIndicators>;
