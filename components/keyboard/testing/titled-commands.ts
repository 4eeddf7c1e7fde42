/** A few commands of a page. */
export const titledCommands = [
  { id: "accept", title: "Accept", keys: ["A"] },
  { id: "undo", title: "Undo", keys: ["Z"] },
  { id: "redo", title: "Redo", keys: ["Shift+Z"] },
  { id: "next", title: "Next", keys: ["J", "ArrowDown"] },
];
