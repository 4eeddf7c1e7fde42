import type { Command } from "#components/keyboard/resolve-key.ts";

export type TitledCommand = Command & { title: string };

/** The keys of Browse, as the key map shows them. */
export const browseCommands: readonly TitledCommand[] = [
  { id: "next", title: "Next row", keys: ["J", "ArrowDown"], repeats: true },
  { id: "previous", title: "Previous row", keys: ["K", "ArrowUp"], repeats: true },
  { id: "peek", title: "Open the conversation beside the list", keys: ["Enter"] },
  { id: "open-triage", title: "Open the conversation in Triage", keys: ["O"] },
  { id: "select", title: "Select the row", keys: ["X"] },
  { id: "extend-down", title: "Select to the next row", keys: ["Shift+ArrowDown"], repeats: true },
  { id: "extend-up", title: "Select to the previous row", keys: ["Shift+ArrowUp"], repeats: true },
  { id: "refresh", title: "Show what is new", keys: ["R"] },
  { id: "escape", title: "Close the panel, or select nothing", keys: ["Escape"] },
];

/** Listed with the others; they work where they are bound. */
export const furtherCommands: readonly TitledCommand[] = [
  { id: "search", title: "Search", keys: ["/"] },
  { id: "first", title: "First row", keys: ["Home"] },
  { id: "last", title: "Last row", keys: ["End"] },
];
