import { hiddenReason } from "#components/triage/hidden-reason.ts";
import { letterAt, seededOrder } from "#components/triage/side-order.ts";
import type { ComparedAnswer, Comparison } from "#lib/schema/comparison.ts";

type Culture = Comparison["cultures"][number];

/** A culture's column as it is shown: under its name, or under a letter. */
export interface ColumnName {
  code: string;
  name: string;
  endonym: string;
  language: string;
  /** Whether the name is a letter. */
  hidden: boolean;
}

/** Ids, or codes of cultures, in an order that chance made once, so that their places tell nothing: the same for the same seed. */
export function shuffledIds(ids: readonly string[], seed: string): string[] {
  return seededOrder(
    ids.map((id) => ({ id })),
    seed,
  ).map(({ id }) => id);
}

/** The names of columns: letters where they are hidden, by place. */
export function columnNames(
  shown: readonly string[],
  cultures: readonly Culture[],
  isHidden: (code: string) => boolean,
): ColumnName[] {
  return shown.flatMap((code, at): ColumnName[] => {
    const culture = cultures.find((each) => each.code === code);
    if (culture === undefined) return [];
    const { name, endonym, language } = culture;
    if (!isHidden(code)) return [{ code, name, endonym, language, hidden: false }];
    const letter = `Culture ${letterAt(at)}`;
    return [{ code, name: letter, endonym: letter, language: "en", hidden: true }];
  });
}

/** An answer without the sentences that may name its culture. */
export function hideInAnswer(answer: ComparedAnswer): ComparedAnswer {
  const { representativeness, distinctiveness } = answer.unscored;
  return {
    ...answer,
    externalId: null,
    source: null,
    method: null,
    unscored: {
      representativeness: representativeness === null ? null : hiddenReason,
      distinctiveness: distinctiveness === null ? null : hiddenReason,
    },
  };
}
