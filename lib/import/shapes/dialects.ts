import type { Role } from "#lib/schema/conversation.ts";
import { isRecord, type JsonValue } from "../json-value.ts";
import type { TurnDialect } from "../read-turns.ts";

const openAiRoles = new Map<string, Role>([
  ["system", "system"],
  ["developer", "system"],
  ["user", "user"],
  ["assistant", "assistant"],
]);

const shareGptRoles = new Map<string, Role>([
  ["system", "system"],
  ["human", "user"],
  ["gpt", "assistant"],
]);

/** Turns as `{"role", "content"}`. */
export function openAiDialect(path: string): TurnDialect {
  return {
    path,
    roleKey: "role",
    contentKey: "content",
    roles: openAiRoles,
    toolRoles: new Set(["tool", "function"]),
  };
}

/** Turns as `{"from", "value"}`. */
export function shareGptDialect(path: string): TurnDialect {
  return {
    path,
    roleKey: "from",
    contentKey: "value",
    roles: shareGptRoles,
    toolRoles: new Set(["function_call", "observation"]),
  };
}

/** The dialect in which a list's first turn is written; `{"role", "content"}` when it cannot be told. */
export function dialectOf(list: JsonValue | undefined, path: string): TurnDialect {
  const first = Array.isArray(list) ? list[0] : undefined;
  return isRecord(first) && "from" in first ? shareGptDialect(path) : openAiDialect(path);
}
