import { reasonWords } from "#components/triage/words.ts";
import type { TitledCommand } from "./browse-commands.ts";

/** The keys of the open conversation; they stand before those of the list. */
export const peekCommands: readonly TitledCommand[] = [
  { id: "accept", title: "Accept", keys: ["A"] },
  { id: "reject", title: "Reject, then 1–6 for the reason", keys: ["X"] },
  { id: "edit", title: "Edit", keys: ["E"] },
  { id: "skip", title: "Skip", keys: ["S"] },
  { id: "skip-not-my-culture", title: "Skip: not my culture", keys: ["Shift+S"] },
  { id: "flag", title: "Flag for a curator, with a note", keys: ["F"] },
  { id: "note", title: "Note with the decision", keys: ["N"] },
  { id: "tag", title: "Tag", keys: ["T"] },
  { id: "comment", title: "Comment", keys: ["M"] },
  { id: "undo", title: "Undo", keys: ["Z"] },
];

/** How the open conversation is looked at; also for those who only read. */
export const peekLookCommands: readonly TitledCommand[] = [
  { id: "scores", title: "Show or hide scores", keys: ["H"] },
  { id: "diff", title: "Show or hide differences", keys: ["D"] },
  { id: "compare", title: "Compare the cultures' answers to this question", keys: ["C"] },
];

export const peekReasonCommands: readonly TitledCommand[] = [
  ...reasonWords.map(({ reason, words }, index) => ({ id: reason, title: words, keys: [String(index + 1)] })),
  { id: "no-reason", title: "No reason", keys: ["X"] },
  { id: "cancel", title: "Back", keys: ["Escape"], inText: true },
];
