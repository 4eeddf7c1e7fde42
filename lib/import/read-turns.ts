import type { Role } from "#lib/schema/conversation.ts";
import { conversationLimits } from "#lib/schema/limits.ts";
import { closest } from "#lib/text/closest.ts";
import { isRecord, type JsonRecord, type JsonValue } from "./json-value.ts";
import type { LineContext } from "./line-context.ts";
import { Rejection } from "./rejection.ts";

export interface Turn {
  role: Role;
  content: string;
}

/** How one family of formats writes a turn. */
export interface TurnDialect {
  /** The record's key that holds the list, for messages. */
  path: string;
  roleKey: string;
  contentKey: string;
  /** Roles as written and what they are here. */
  roles: ReadonlyMap<string, Role>;
  /** Roles that carry tool calls or their results. */
  toolRoles: ReadonlySet<string>;
}

const toolKeys = ["tool_calls", "function_call", "tool_call_id"];

/** Roles that people write for a known one, for suggestions only. */
const likelyRoles = new Map<string, Role>([
  ["human", "user"],
  ["prompter", "user"],
  ["customer", "user"],
  ["gpt", "assistant"],
  ["bot", "assistant"],
  ["ai", "assistant"],
  ["model", "assistant"],
  ["chatbot", "assistant"],
  ["agent", "assistant"],
  ["instruction", "system"],
]);

/** The turns of a list, and what its entries carried besides role and content (null where nothing). */
export interface ReadTurns {
  turns: Turn[];
  extras: (JsonRecord | null)[] | null;
}

/** Reads a list of turns: roles, contents, limits. Whether they form a dialogue is `checkDialogue`'s to say. O(turns). */
export function readTurns(
  value: JsonValue | undefined,
  dialect: TurnDialect,
  context: LineContext,
): ReadTurns | Rejection {
  const { path } = dialect;
  if (!Array.isArray(value)) return new Rejection("E_SHAPE", path, `\`${path}\` must be a list of turns.`);
  if (value.length === 0)
    return new Rejection("E_NO_TURNS", path, `\`${path}\` is empty: the conversation has no turns.`);
  if (value.length > conversationLimits.turns) {
    const message = `The conversation has ${value.length} turns; at most ${conversationLimits.turns} are allowed.`;
    return new Rejection("E_TURNS", path, message);
  }
  const turns: Turn[] = [];
  let extras: (JsonRecord | null)[] | null = null;
  for (let index = 0; index < value.length; index += 1) {
    const entry = value[index];
    if (!isRecord(entry)) {
      const message = `A turn must be an object with \`${dialect.roleKey}\` and \`${dialect.contentKey}\`.`;
      return new Rejection("E_SHAPE", `${path}[${index}]`, message);
    }
    const role = readRole(entry, index, dialect, context);
    if (role instanceof Rejection) return role;
    const content = readContent(entry[dialect.contentKey], `${path}[${index}].${dialect.contentKey}`);
    if (content instanceof Rejection) return content;
    turns.push({ role, content });
    const extra = extraKeys(entry, dialect);
    if (extra !== null) {
      extras ??= Array.from({ length: value.length }, () => null);
      extras[index] = extra;
    }
  }
  return { turns, extras };
}

function readRole(entry: JsonRecord, index: number, dialect: TurnDialect, context: LineContext): Role | Rejection {
  const { path, roleKey, roles, toolRoles } = dialect;
  const written = entry[roleKey];
  const role = typeof written === "string" ? roles.get(written) : undefined;
  const isTool = typeof written === "string" && toolRoles.has(written);
  if (isTool || toolKeys.some((key) => key in entry && entry[key] !== null)) {
    const message = "Tool calls and their results cannot be kept in a conversation. Leave such conversations out.";
    return new Rejection("E_TOOLS", `${path}[${index}]`, message);
  }
  if (role === undefined) return unknownRole(written, `${path}[${index}].${roleKey}`, roles);
  if (written === "developer")
    context.note("N_ROLE", `${path}[${index}].${roleKey}`, "The role developer is kept as system.");
  return role;
}

function unknownRole(written: JsonValue | undefined, field: string, roles: ReadonlyMap<string, Role>): Rejection {
  const known = [...roles.keys()];
  const listed = `Use ${known.map((role) => `\`${role}\``).join(", ")}.`;
  if (typeof written !== "string") return new Rejection("E_ROLE", field, `The turn has no role. ${listed}`);
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  const folded = written.slice(0, 40).trim().toLowerCase();
  const likely = likelyRoles.get(folded);
  const suggestion = known.find((role) => roles.get(role) === likely) ?? closest(folded, known);
  const mend = suggestion === null ? listed : `Did you mean \`${suggestion}\`?`;
  return new Rejection("E_ROLE", field, `The role "${shown}" is not known. ${mend}`);
}

function readContent(value: JsonValue | undefined, field: string): string | Rejection {
  if (typeof value === "string") return checkContent(value, field) ?? value;
  if (Array.isArray(value)) {
    const [part, ...more] = value;
    const text = isRecord(part) && part.type === "text" && more.length === 0 ? part.text : undefined;
    if (typeof text === "string") return checkContent(text, field) ?? text;
    return new Rejection("E_CONTENT", field, "The content is a list of parts. Write it as one text.");
  }
  const trouble = value === undefined || value === null ? "The turn has no content." : "The content is not text.";
  return new Rejection("E_CONTENT", field, `${trouble} Write it as text, in double quotes.`);
}

/** Why a text cannot be a turn, or null. */
export function checkContent(text: string, field: string): Rejection | null {
  if (text.length > conversationLimits.turnCharacters) {
    const message = `The turn has ${text.length} characters; at most ${conversationLimits.turnCharacters} are allowed.`;
    return new Rejection("E_TURN_LONG", field, message);
  }
  if (text.trim() === "")
    return new Rejection("E_EMPTY", field, "The turn is empty. Write its text or leave the turn out.");
  return null;
}

function extraKeys(entry: JsonRecord, dialect: TurnDialect): JsonRecord | null {
  let extra: JsonRecord | null = null;
  for (const key of Object.keys(entry)) {
    const value = entry[key] ?? null;
    if (key === dialect.roleKey || key === dialect.contentKey || value === null) continue;
    extra ??= {};
    extra[key] = value;
  }
  return extra;
}
