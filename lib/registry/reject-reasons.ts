import type { RejectReason } from "#lib/schema/decision.ts";

/** How one reason for rejecting is shown: its name on the button and one sentence that says when it applies. */
export type RejectReasonText = { key: RejectReason; name: string; description: string };

/** The six reasons for rejecting, in the order of the keys 1 to 6. Source: written for Tessera. */
export const rejectReasons: readonly RejectReasonText[] = [
  {
    key: "untrue",
    name: "Untrue",
    description: "It is not so: people of this culture do not hold, expect or do this.",
  },
  {
    key: "stereotype",
    name: "Stereotype",
    description: "It repeats a fixed picture of the culture, or speaks as if all its people were alike.",
  },
  {
    key: "other-culture",
    name: "Other culture",
    description: "It may be true, but of another culture: a neighbour, a diaspora, or people anywhere.",
  },
  {
    key: "off-question",
    name: "Off the question",
    description: "The answer does not answer what was asked, breaks off, or talks about something else.",
  },
  {
    key: "language",
    name: "Language",
    description: "It is in the wrong language, reads as translated, or takes the wrong tone or honorific.",
  },
  {
    key: "harm",
    name: "Harm",
    description: "It insults, endangers or exposes people, or uses what is sacred in a way they would not accept.",
  },
];
