import * as z from "zod";

/** What the supervisor tells a child: that the database answers and has the schema, or to finish and end. */
export interface Order {
  type: "begin" | "stop";
}

/** What a child tells the supervisor. `failed` carries a sentence for the reader: starting it again would not help. */
export const Report = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("failed"), message: z.string() }),
]);
export type Report = z.infer<typeof Report>;
