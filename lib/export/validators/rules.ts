import type { Report } from "./trouble.ts";

/** A parsed line: any JSON object. */
export type JsonObject = Record<string, unknown>;

/** The rules of one consumer for one parsed line. */
export interface LineRules {
  /** Reports every breach found in the row on line `lineNumber`. */
  check(row: JsonObject, report: Report, lineNumber: number): void;
  /** The file needs at least this many lines. */
  readonly atLeastLines?: number;
}

/** True for objects that are neither null nor lists. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reports keys of `object` outside `known`. */
export function refuseUnknownKeys(
  object: JsonObject,
  known: ReadonlySet<string>,
  field: string | null,
  report: Report,
) {
  for (const key in object) {
    if (known.has(key)) continue;
    const path = field === null ? key : `${field}.${key}`;
    report("unknown-key", path, `The key \`${path}\` is not part of this format; remove it.`);
  }
}

/** The list under `key`, or null after reporting that it is absent, no list, or empty. */
export function requireList(row: JsonObject, key: string, report: Report): unknown[] | null {
  const list = row[key];
  if (list === undefined) report("missing-key", key, `The key \`${key}\` is missing.`);
  else if (!Array.isArray(list)) report("wrong-type", key, `\`${key}\` must be a list.`);
  else if (list.length === 0) report("empty-list", key, `\`${key}\` must hold at least one entry.`);
  else return list;
  return null;
}

/** Reports unless `value` is a string; where `blank` is "refused", white space alone does not count as text. */
export function requireText(value: unknown, field: () => string, blank: "allowed" | "refused", report: Report): void {
  if (typeof value === "string") {
    if (blank === "refused" && value.trim() === "") report("empty-text", field(), `\`${field()}\` must not be empty.`);
  } else if (value === undefined) {
    report("missing-key", field(), `The key \`${field()}\` is missing.`);
  } else {
    report("wrong-type", field(), `\`${field()}\` must be text.`);
  }
}

/** What a walk through chat messages learnt about their roles. */
interface RoleFacts {
  assistant: boolean;
  user: boolean;
  last: string;
}

/**
 * Checks `messages` of `{role, content, …}` as chat trainers read them: known keys and roles, content present, and
 * warnings for a late system message or two neighbours of one role. `extra` sees each message that is an object.
 */
export function checkMessages(
  list: readonly unknown[],
  known: { keys: ReadonlySet<string>; roles: ReadonlySet<string> },
  report: Report,
  extra?: (message: JsonObject, role: string, field: () => string) => void,
): RoleFacts {
  const facts: RoleFacts = { assistant: false, user: false, last: "" };
  for (let index = 0; index < list.length; index += 1) {
    const field = () => `messages[${index}]`;
    const message = list[index];
    if (!isObject(message)) {
      report("wrong-type", field(), `\`${field()}\` must be an object with role and content.`);
      continue;
    }
    refuseMessageKeys(message, known.keys, field, report);
    const { role } = message;
    if (typeof role !== "string") {
      requireText(role, () => `${field()}.role`, "refused", report);
      continue;
    }
    if (!known.roles.has(role)) report("unknown-role", `${field()}.role`, unknownRole(role, known.roles));
    checkContent(message, role, field, report);
    if (role === "system" && index > 0) report("system-not-first", field(), "A system message stands after the start.");
    if (role === facts.last && role !== "tool")
      report("repeated-role", field(), `Two messages of role ${role} in a row.`);
    if (role === "assistant") facts.assistant = true;
    if (role === "user") facts.user = true;
    facts.last = role;
    extra?.(message, role, field);
  }
  return facts;
}

function refuseMessageKeys(message: JsonObject, known: ReadonlySet<string>, field: () => string, report: Report) {
  for (const key in message) {
    if (!known.has(key)) refuseUnknownKeys({ [key]: null }, known, field(), report);
  }
}

function checkContent(message: JsonObject, role: string, field: () => string, report: Report) {
  const { content } = message;
  const calls = message.tool_calls !== undefined || message.function_call !== undefined;
  if (role === "assistant" && calls && (content === undefined || content === null)) return;
  requireText(content, () => `${field()}.content`, "refused", report);
}

function unknownRole(role: string, known: ReadonlySet<string>): string {
  return `The role ${JSON.stringify(role.slice(0, 40))} is not one of ${[...known].join(", ")}.`;
}
