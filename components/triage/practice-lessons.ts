import type { TriageState } from "./triage-state.ts";

/** The six keys that practice teaches, in the order in which it teaches them. */
export const lessons = [
  { command: "accept", word: "Accept", aim: "accept what is good" },
  { command: "reject", word: "Reject", after: "1–6", aim: "reject what is not, with the reason" },
  { command: "edit", word: "Edit", aim: "mend a word or two, then accept" },
  { command: "tag", word: "Tag", aim: "tag what it is about" },
  { command: "undo", word: "Undo", aim: "take the last act back" },
  { command: "next", word: "Next", aim: "pass one over without deciding" },
] as const satisfies readonly { command: string; word: string; aim: string; after?: string }[];

export type Lesson = (typeof lessons)[number]["command"];

/** What this browser remembers of the lessons. */
export interface Learnt {
  used: readonly Lesson[];
  hidden: boolean;
}

export const nothingLearnt: Learnt = { used: [], hidden: false };

/** Reads what was remembered; anything else counts as nothing learnt. */
export function readLearnt(text: string | null): Learnt {
  const [hidden, ...words] = (text ?? "").split(" ");
  const used = lessons.map(({ command }) => command).filter((command) => words.includes(command));
  return { used, hidden: hidden === "hidden" };
}

export function writeLearnt({ used, hidden }: Learnt): string {
  return [hidden ? "hidden" : "shown", ...used].join(" ");
}

/** The lessons that a sitting has put to use so far. */
export function usedIn({
  done,
  undone,
  cards,
  position,
}: Pick<TriageState, "done" | "undone" | "cards" | "position">): Lesson[] {
  const acts = [...done, ...undone].map(({ act }) => act);
  const left = new Set(done.map(({ before }) => before.conversation.id));
  const used: Record<Lesson, boolean> = {
    accept: acts.some((act) => act.kind === "decide" && act.decision === "accept"),
    reject: acts.some((act) => act.kind === "decide" && act.decision === "reject"),
    edit: acts.some((act) => act.kind === "edit"),
    tag: acts.some((act) => act.kind === "tag"),
    undo: undone.length > 0,
    next: cards.slice(0, position).some(({ conversation }) => !left.has(conversation.id)),
  };
  return lessons.map(({ command }) => command).filter((command) => used[command]);
}
