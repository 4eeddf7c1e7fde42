import { shownKey } from "#components/keyboard/key-store.ts";
import type { Command } from "#components/keyboard/resolve-key.ts";

type TitledCommand = Command & { title: string };

/** How columns are looked at; also for those who only read. */
export const lookCommands: readonly TitledCommand[] = [
  { id: "next-question", title: "Next question", keys: ["J"], repeats: true },
  { id: "previous-question", title: "Previous question", keys: ["K"], repeats: true },
  { id: "next-column", title: "Next column", keys: ["ArrowRight"], repeats: true },
  { id: "previous-column", title: "Previous column", keys: ["ArrowLeft"], repeats: true },
  { id: "next-culture", title: "Another culture in this column", keys: ["]"], repeats: true },
  { id: "previous-culture", title: "The culture before in this column", keys: ["["], repeats: true },
  { id: "next-answer", title: "Next answer of this culture", keys: ["Shift+]"], repeats: true },
  { id: "previous-answer", title: "Previous answer of this culture", keys: ["Shift+["], repeats: true },
  ...[1, 2, 3, 4, 5, 6].map((place) => ({
    id: `reference-${place}`,
    title: `Column ${place} as the reference`,
    keys: [`Shift+${place}`],
  })),
  { id: "lens", title: "Next lens", keys: ["V"] },
  { id: "blind", title: "Hide or show the cultures", keys: ["B"] },
  { id: "scores", title: "Show or hide scores", keys: ["H"] },
  { id: "pairs", title: "Judge pairs, or read columns", keys: ["P"] },
  { id: "questions", title: "All questions", keys: ["Q"] },
];

/** What decides the column in hand. */
export const decideCommands: readonly TitledCommand[] = [
  { id: "accept", title: "Accept", keys: ["A"] },
  { id: "reject", title: "Reject, then 1–6 for the reason", keys: ["X"] },
  { id: "skip", title: "Skip", keys: ["S"] },
  { id: "flag", title: "Flag for a curator, with a note", keys: ["F"] },
];

export const undoCommands: readonly TitledCommand[] = [{ id: "undo", title: "Undo", keys: ["Z"] }];

/** While a pair is judged. */
export const pairCommands: readonly TitledCommand[] = [
  { id: "first", title: "A", keys: ["1"] },
  { id: "second", title: "B", keys: ["2"] },
  { id: "both", title: "Both", keys: ["3"] },
  { id: "neither", title: "Neither", keys: ["4"] },
];

const all = [...lookCommands, ...decideCommands, ...undoCommands, ...pairCommands];

/** The key that a button shows. */
export function keyOf(command: string): string {
  return shownKey(all.find((each) => each.id === command));
}
