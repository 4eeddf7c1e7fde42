import { z } from "zod";
import { readTriageCards } from "#lib/db/triage-cards.ts";
import { StudioError } from "#lib/errors.ts";
import { TriageCard } from "#lib/schema/conversation-view.ts";
import { defineProjectRead } from "./define.ts";

/** One conversation with all that its card shows, and its siblings of other cultures. */
export const getTriageCard = defineProjectRead(
  {
    action: "conversation.read",
    summary: "Read one conversation with its siblings",
    Input: z.strictObject({ project: z.string(), conversation: z.uuid() }),
    Output: TriageCard,
  },
  async ({ world, actor, project }, { conversation }) => {
    const [card] = await readTriageCards(world, project.id, actor.userId, [conversation]);
    if (!card) throw new StudioError("not_found", "There is no such conversation in this project.");
    return card;
  },
);
