import { compareAddress } from "#components/compare/compare-address.ts";
import { mostCompared } from "#lib/schema/compare-choices.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";

/**
 * Where the selected rows stand side by side: all of one question, of two to six cultures. Null for others.
 * @param tellsCultures whether the address may name cultures
 */
export function compareSelected(
  project: string,
  rows: readonly Pick<ConversationRow, "questionKey" | "culture">[],
  tellsCultures: boolean,
): string | null {
  const question = rows[0]?.questionKey ?? null;
  if (question === null || rows.some(({ questionKey }) => questionKey !== question)) return null;
  const cultures = [...new Set(rows.map(({ culture }) => culture.code))];
  if (!tellsCultures) return rows.length > 1 ? compareAddress(project, question) : null;
  if (cultures.length < 2 || cultures.length > mostCompared) return null;
  return compareAddress(project, question, cultures);
}
