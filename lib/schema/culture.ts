import { z } from "zod";
import { LanguageTag } from "./conversation.ts";
import { conversationLimits } from "./limits.ts";

/** Lower-case ISO 3166-1 alpha-2 for countries (`jp`), ISO 3166-2 style for regions (`in-as`), a word for communities (`kurdish`). */
export const CultureCode = z
  .string()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: "use lower-case letters, digits and single hyphens, as in `jp` or `in-as`",
  });
export type CultureCode = z.infer<typeof CultureCode>;

const Name = z.string().min(1).max(120);

/** One entry of the culture registry: countries, regions, language areas and communities alike. */
export const Culture = z.strictObject({
  code: CultureCode,
  kind: z.enum(["country", "region", "community", "language-area"]),
  name: Name,
  /** The name as its own people write it, in their own script. */
  endonym: Name,
  demonym: Name,
  /** The demonym in the culture's own script. */
  ownDemonym: Name,
  /** Other names under which imports may mention it, as long as a label may be. */
  aliases: z.array(z.string().min(1).max(conversationLimits.labelCharacters)).max(40),
  /** Languages in which its people converse, the most used first. */
  languages: z.array(LanguageTag).min(1).max(12),
  /** A broad cultural zone; zones are a convention, so a project may edit them. */
  zone: Name,
  /** Codes of the cultures it is most easily confused with. */
  neighbours: z.array(CultureCode).max(8),
  /** Further words that give the culture away (cities, currency); masked before distinctiveness is computed. */
  maskedWords: z.array(Name).max(60),
});
export type Culture = z.infer<typeof Culture>;
