import { checkMessages, type JsonObject, type LineRules, refuseUnknownKeys, requireList } from "./rules.ts";
import type { Report } from "./trouble.ts";

const rowKeys = new Set(["messages", "tools", "parallel_tool_calls", "functions"]);
const keys = new Set(["role", "content", "name", "weight", "tool_calls", "tool_call_id", "function_call"]);
const roles = new Set(["system", "developer", "user", "assistant", "tool", "function"]);

/** The categories of OpenAI's published checker for chat fine-tuning files, and its minimum of ten examples. */
export const openaiChatRules: LineRules = {
  atLeastLines: 10,
  check(row, report) {
    refuseUnknownKeys(row, rowKeys, null, report);
    const list = requireList(row, "messages", report);
    if (list === null) return;
    let lastTrained = false;
    const facts = checkMessages(list, { keys, roles }, report, (message, role, field) => {
      if (message.weight !== undefined) checkWeight(message, role, field(), report);
      lastTrained = role === "assistant" && message.weight !== 0;
    });
    if (!facts.assistant)
      report("no-assistant", "messages", "No assistant message, so there is nothing to learn from.");
    else if (!lastTrained) {
      report("nothing-trained", "messages", "The last message is not an assistant message that is trained on.");
    }
    if (!facts.user) report("no-user", "messages", "No user message.");
  },
};

function checkWeight(message: JsonObject, role: string, field: string, report: Report) {
  if (role !== "assistant") report("bad-weight", `${field}.weight`, "Only assistant messages may have a weight.");
  else if (message.weight !== 0 && message.weight !== 1) {
    report("bad-weight", `${field}.weight`, "A weight must be the number 0 or 1.");
  }
}
