import { expect, test, vi } from "vitest";
import { askCommands } from "./ask-commands.ts";

const project = {
  slug: "courtesies",
  name: "Courtesies",
  role: "viewer" as const,
  counts: { pending: 0, total: 1 },
  runs: [],
};

test("an id opens its conversation, other words are searched for", () => {
  const go = vi.fn();
  const id = "0192f0c1-2222-7333-8444-555566667777";
  askCommands(project, ` ${id.toUpperCase()} `, go)[0]?.run();
  expect(go).toHaveBeenLastCalledWith(`/projects/courtesies/triage?item=${id}`);
  askCommands(project, "شادی & mehndi", go)[0]?.run();
  expect(go).toHaveBeenLastCalledWith("/projects/courtesies/browse?search=%D8%B4%D8%A7%D8%AF%DB%8C%20%26%20mehndi");
});

test("nothing is asked of no project, or with no words", () => {
  expect(askCommands(null, "tea", () => undefined)).toEqual([]);
  expect(askCommands(project, "  ", () => undefined)).toEqual([]);
});
