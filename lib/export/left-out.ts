import { z } from "zod";

/** Why a format cannot hold a conversation, with the sentence shown to people. */
export const leftOutReasons = {
  "no-assistant-turn": "No assistant turn, so there is nothing to learn from.",
  "system-turn-not-first": "A system turn stands after the start; this format has one place for it, before the turns.",
  "roles-do-not-alternate":
    "The turns do not alternate user, assistant, user, assistant; this format holds pairs only.",
  "last-turn-not-assistant": "The last turn is not the assistant's; this format holds complete pairs only.",
  simulated: "A simulator wrote it, and an export holds such texts only when asked to.",
} as const;

export const LeftOutReason = z.enum([
  "no-assistant-turn",
  "system-turn-not-first",
  "roles-do-not-alternate",
  "last-turn-not-assistant",
  "simulated",
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** How many conversations were left out for one reason, and the first of them in the order of the export. */
export const LeftOut = z.strictObject({
  reason: LeftOutReason,
  count: z.int().min(1),
  firstIds: z.array(z.uuid()).min(1).max(20),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** Counts what was left out in constant memory; `list` is in the order of the reasons. */
export function createLeftOutTally(): { add(reason: LeftOutReason, id: string): void; list(): LeftOut[] } {
  const tally = new Map<LeftOutReason, LeftOut>();
  return {
    add(reason, id) {
      const entry = tally.get(reason) ?? { reason, count: 0, firstIds: [] };
      entry.count += 1;
      if (entry.firstIds.length < 20) entry.firstIds.push(id);
      tally.set(reason, entry);
    },
    list: () => LeftOutReason.options.flatMap((reason) => tally.get(reason) ?? []),
  };
}
