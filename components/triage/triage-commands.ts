import { shownKey } from "#components/keyboard/key-store.ts";
import type { Command } from "#components/keyboard/resolve-key.ts";
import { reasonWords } from "./words.ts";

type TitledCommand = Command & { title: string };

/** The keys of Triage, as the key map shows them. */
export const triageCommands: readonly TitledCommand[] = [
  { id: "accept", title: "Accept", keys: ["A"] },
  { id: "reject", title: "Reject, then 1–6 for the reason", keys: ["X"] },
  { id: "edit", title: "Edit", keys: ["E"] },
  { id: "skip", title: "Skip", keys: ["S"] },
  { id: "skip-not-my-culture", title: "Skip: not my culture", keys: ["Shift+S"] },
  { id: "flag", title: "Flag for a curator, with a note", keys: ["F"] },
  { id: "tag", title: "Tag", keys: ["T"] },
  { id: "note", title: "Note with the decision", keys: ["N"] },
  { id: "comment", title: "Comment", keys: ["M"] },
  { id: "undo", title: "Undo", keys: ["Z"] },
  { id: "redo", title: "Redo", keys: ["Shift+Z"] },
  { id: "next", title: "Next without deciding", keys: ["J"], repeats: true },
  { id: "previous", title: "Previous", keys: ["K"], repeats: true },
  { id: "next-sibling", title: "Next sibling", keys: ["]"], repeats: true },
  { id: "previous-sibling", title: "Previous sibling", keys: ["["], repeats: true },
  { id: "compare", title: "Compare the cultures' answers to this question", keys: ["C"] },
  { id: "pin", title: "Pin a sibling left, or let it go", keys: ["P"] },
  { id: "scores", title: "Show or hide scores", keys: ["H"] },
  { id: "diff", title: "Show or hide differences", keys: ["D"] },
  { id: "guideline", title: "Guideline", keys: ["G"] },
  { id: "copy-link", title: "Copy the link", keys: ["L"] },
];

/** Where the guideline asks for ratings: a digit answers the question at hand, arrows go to the next and the last. */
export const ratingCommands: readonly TitledCommand[] = [
  ...[1, 2, 3, 4, 5].map((value) => ({ id: `rate-${value}`, title: `Rate ${value} of 5`, keys: [String(value)] })),
  { id: "next-question", title: "Next question", keys: ["ArrowRight"] },
  { id: "previous-question", title: "Previous question", keys: ["ArrowLeft"] },
];

/** After `X`: a reason by its digit, `X` once more for none, Escape to think again. */
export const reasonCommands: readonly Command[] = [
  ...reasonWords.map(({ reason }, index) => ({ id: reason, keys: [String(index + 1)] })),
  { id: "no-reason", keys: ["X"] },
  { id: "cancel", keys: ["Escape"], inText: true },
];

/** While a text is edited. */
export const editorCommands: readonly TitledCommand[] = [
  { id: "save-accept", title: "Save and accept", keys: ["Mod+Enter"], inText: true },
  { id: "save", title: "Save only", keys: ["Mod+S"], inText: true },
  { id: "close", title: "Close, keep the draft", keys: ["Escape"], inText: true },
  { id: "diff", title: "Show or hide differences", keys: ["D"] },
];

/** When somebody else changed the text meanwhile. */
export const conflictCommands: readonly Command[] = [
  { id: "theirs", keys: ["1"] },
  { id: "mine", keys: ["2"] },
  { id: "merge", keys: ["E"] },
  { id: "later", keys: ["Escape"] },
];

/** The key that a button shows. */
export function keyOf(command: string): string {
  return shownKey(triageCommands.find((each) => each.id === command));
}
