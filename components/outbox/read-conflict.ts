import type { ApiProblem } from "#components/api-client.ts";
import { oneOf, statuses, turnRoles } from "#lib/schema/choices.ts";
import type { Conflict } from "#lib/schema/conversation-view.ts";

/** The newer state that a stale write was refused with; null for every other reason to refuse with the same status. */
export function readConflict(details: ApiProblem["details"]): Conflict | null {
  const { version, status, turns } = details;
  const known = oneOf(statuses, status);
  if (typeof version !== "number" || known === null || !Array.isArray(turns)) return null;
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    version,
    status: known,
    turns: turns.flatMap((turn: unknown) => {
      const { role, content } = typeof turn === "object" && turn !== null ? { role: null, content: null, ...turn } : {};
      const speaker = oneOf(turnRoles, role);
      return speaker !== null && typeof content === "string" ? [{ role: speaker, content }] : [];
    }),
    changedBy: text(details.changedBy),
    changedAt: text(details.changedAt) ?? "",
    draft: text(details.draft),
  };
}
