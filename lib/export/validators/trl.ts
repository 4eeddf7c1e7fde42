import { checkMessages, type LineRules, requireList } from "./rules.ts";

const keys = new Set(["role", "content", "name", "thinking", "tool_calls", "tool_call_id"]);
const roles = new Set(["system", "developer", "user", "assistant", "tool"]);

/** Columns by which TRL recognises other kinds of data sets; beside `messages` they make the kind ambiguous. */
const otherKinds = new Set(["text", "prompt", "completion", "chosen", "rejected", "label", "completions", "labels"]);

/** TRL conversational language modelling: a `messages` column, and further columns only if scalar. */
export const trlRules: LineRules = {
  check(row, report) {
    for (const key in row) {
      if (key === "messages" || key === "tools") continue;
      const value = row[key];
      if (otherKinds.has(key)) {
        report(
          "ambiguous-column",
          key,
          `With a column \`${key}\` TRL takes the rows for another kind of data; rename it.`,
        );
      } else if (value === null) {
        report(
          "null-in-column",
          key,
          `\`${key}\` is null; a column that begins with nulls gets no type, write "" instead.`,
        );
      } else if (typeof value === "object") {
        report("not-scalar", key, `The extra column \`${key}\` must be text, a number or a boolean.`);
      }
    }
    const list = requireList(row, "messages", report);
    if (list === null) return;
    const facts = checkMessages(list, { keys, roles }, report);
    if (facts.last !== "assistant")
      report("last-not-assistant", "messages", "The last message is not the assistant's.");
    if (!facts.user) report("no-user", "messages", "No user message.");
  },
};
