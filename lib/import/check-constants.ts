import { StudioError } from "#lib/errors.ts";
import type { ColumnMapping } from "#lib/schema/import.ts";
import { canonicalLanguage } from "./canonical-language.ts";
import { Rejection } from "./rejection.ts";

export type Constants = NonNullable<ColumnMapping["constants"]>;

/** The constants that fill what a file lacks, with the language canonical. @throws StudioError "invalid" for a bad language. */
export function checkConstants(constants: Constants | undefined): Constants | null {
  if (constants === undefined) return null;
  if (constants.language === undefined || constants.language === "") return constants;
  const language = canonicalLanguage(constants.language);
  if (language instanceof Rejection) {
    const fields = [{ field: "mapping.constants.language", message: language.message }];
    throw new StudioError("invalid", language.message, { fields });
  }
  return { ...constants, language: language.tag };
}
