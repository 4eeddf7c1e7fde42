import { isObject, type LineRules, refuseUnknownKeys, requireList, requireText } from "./rules.ts";
import type { Report } from "./trouble.ts";

const rowKeys = new Set(["conversations", "system", "tools"]);
const turnKeys = new Set(["from", "value"]);
const oddPlaces = new Set(["human", "observation"]);
const evenPlaces = new Set(["gpt", "function_call"]);

/**
 * ShareGPT as LLaMA-Factory reads it. It takes a leading system turn off, then asks for human or observation in odd
 * places, gpt or function_call in even ones, and an even count; rows that break this it skips without training on them.
 */
export const sharegptRules: LineRules = {
  check(row, report) {
    refuseUnknownKeys(row, rowKeys, null, report);
    if (row.system !== undefined) requireText(row.system, () => "system", "allowed", report);
    if (row.tools !== undefined) requireText(row.tools, () => "tools", "allowed", report);
    const list = requireList(row, "conversations", report);
    if (list === null) return;
    const [first] = list;
    const start = isObject(first) && first.from === "system" ? 1 : 0;
    if (start === 1 && typeof row.system === "string" && row.system !== "") {
      report("two-systems", "system", "A system turn and a system column; only the turn is read.");
    }
    for (let index = 0; index < list.length; index += 1) {
      checkTurn(list[index], index, index < start ? null : (index - start) % 2 === 0 ? oddPlaces : evenPlaces, report);
    }
    const turns = list.length - start;
    if (turns === 0) report("no-assistant", "conversations", "A system turn alone; there is nothing to learn from.");
    else if (turns % 2 === 1) {
      report("odd-turns", "conversations", `${turns} turns besides the system turn; the count must be even.`);
    }
  },
};

/** `place` holds the speakers allowed here, or is null for the leading system turn. */
function checkTurn(turn: unknown, index: number, place: ReadonlySet<string> | null, report: Report) {
  const field = () => `conversations[${index}]`;
  if (!isObject(turn)) {
    report("wrong-type", field(), `\`${field()}\` must be an object with from and value.`);
    return;
  }
  for (const key in turn) if (!turnKeys.has(key)) refuseUnknownKeys({ [key]: null }, turnKeys, field(), report);
  const { from } = turn;
  if (typeof from !== "string") requireText(from, () => `${field()}.from`, "refused", report);
  else if (place !== null && !place.has(from)) {
    const known = from === "system" || oddPlaces.has(from) || evenPlaces.has(from);
    const code = known ? "wrong-place" : "unknown-role";
    report(code, `${field()}.from`, `${JSON.stringify(from.slice(0, 40))} where ${[...place].join(" or ")} is due.`);
  }
  requireText(turn.value, () => `${field()}.value`, "refused", report);
}
