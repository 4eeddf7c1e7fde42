import type { Turn } from "./read-turns.ts";
import { Rejection } from "./rejection.ts";

/**
 * Whether turns form a dialogue: at most one system turn, in front; then user and assistant in turn, the user first. It may
 * end with the user (a prompt without an answer). O(turns).
 */
export function checkDialogue(turns: readonly Turn[], path: string): Rejection | null {
  let previous: Turn["role"] | null = null;
  for (let index = 0; index < turns.length; index += 1) {
    const role = turns[index]?.role ?? "user";
    const field = `${path}[${index}]`;
    if (role === "system") {
      if (index > 0) {
        return new Rejection("E_SYSTEM_PLACE", field, "A system turn may only be the first turn. Move or remove it.");
      }
      continue;
    }
    if (role === "assistant" && previous === null) {
      return new Rejection("E_ORDER", field, "The conversation starts with the assistant. Begin with a user turn.");
    }
    if (role === previous) {
      const message = `Two ${role} turns stand in a row. Join them into one, or add the turn between them.`;
      return new Rejection("E_ORDER", field, message);
    }
    previous = role;
  }
  if (previous === null) return new Rejection("E_NO_USER", path, "The conversation has no user turn.");
  return null;
}
