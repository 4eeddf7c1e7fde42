import { z } from "zod";

/** One node of a topic tree in list form; `parent` is the key of another node or null for a layer. */
export const Topic = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  parent: z.string().max(80).nullable(),
  name: z.string().min(1).max(120),
  /** Other names under which imports may mention it. */
  aliases: z.array(z.string().min(1).max(120)).max(40),
});
export type Topic = z.infer<typeof Topic>;
