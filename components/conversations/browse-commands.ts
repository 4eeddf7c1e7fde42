import type { Command } from "#components/keyboard/resolve-key.ts";

/** The keys of Browse, as the key map shows them. */
export const browseCommands: readonly (Command & { title: string })[] = [
  { id: "next", title: "Next row", keys: ["J", "ArrowDown"], repeats: true },
  { id: "previous", title: "Previous row", keys: ["K", "ArrowUp"], repeats: true },
  { id: "open", title: "Open the conversation", keys: ["Enter"] },
];
