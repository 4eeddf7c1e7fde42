import { z } from "zod";

/** A culture as lists and cards name it. */
export const CultureLabel = z.strictObject({
  code: z.string(),
  name: z.string(),
  endonym: z.string(),
  /** The language the endonym is written in. */
  language: z.string(),
});
