import { hiddenReason } from "#components/triage/hidden-reason.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import type { ProjectView } from "#lib/schema/project.ts";
import type { SortColumn } from "#lib/schema/sort-columns.ts";
import type { ColumnId } from "./column-choice.ts";

/** What a project keeps from this reader until they have decided. */
export interface Hiding {
  readonly cultures: boolean;
  readonly scores: boolean;
}

/** Settings bind those who judge: annotators. Curators lead and viewers only read, so both see everything in Browse. */
export function hidingFrom({ role, blind, hideScores }: Pick<ProjectView, "role" | "blind" | "hideScores">): Hiding {
  return { cultures: role === "annotator" && blind, scores: role === "annotator" && hideScores };
}

/** A language or where a text is from says the culture as plainly as its name does. */
const tellCulture: readonly ColumnId[] = ["culture", "language", "method", "source", "identifier"];
const tellScore: readonly ColumnId[] = ["representativeness", "distinctiveness"];

/** Whether a column says what is hidden. */
export function isColumnHidden(id: ColumnId, { cultures, scores }: Hiding): boolean {
  return (cultures && tellCulture.includes(id)) || (scores && tellScore.includes(id));
}

/** Whether an order says what is hidden: its first rows are the highest scores, or of one culture. */
export function isSortHidden(by: SortColumn["by"], { cultures, scores }: Hiding): boolean {
  return (cultures && by === "culture") || (scores && (by === "representativeness" || by === "distinctiveness"));
}

/**
 * A row without what says its culture, for the sentences of its other columns. A row cannot know who has decided it, so it
 * stays so after the decision; the panel tells then.
 */
export function hideInRow(row: ConversationRow): ConversationRow {
  const known = hiddenRows.get(row);
  if (known !== undefined) return known;
  const { representativeness, distinctiveness } = row.unscored;
  const made: ConversationRow = {
    ...row,
    culture: { code: "hidden", name: "its culture", endonym: "its culture", language: "en" },
    source: null,
    externalId: null,
    method: null,
    unscored: {
      representativeness: representativeness === null ? null : hiddenReason,
      distinctiveness: distinctiveness === null ? null : hiddenReason,
    },
  };
  hiddenRows.set(row, made);
  return made;
}

/** One object for one row, so that a row which has not changed is not drawn anew. */
const hiddenRows = new WeakMap<ConversationRow, ConversationRow>();

/** What is hidden here and until when, in a sentence; null when nothing is. */
export function hidingWords({ cultures, scores }: Hiding): string | null {
  if (!cultures && !scores) return null;
  const what = cultures && scores ? "Cultures and scores" : cultures ? "Cultures" : "Scores";
  const filter = cultures ? "; filter by culture, and you know it" : "";
  return `${what} stay out of these rows. The panel tells them once you have decided${filter}.`;
}
