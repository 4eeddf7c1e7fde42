import { roleWords } from "#components/team/role-words.ts";
import type { ProjectRole } from "#lib/schema/actor.ts";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** For whom Browse opens with a view: “opens first for annotators and curators”. */
export function usualForWords(roles: readonly ProjectRole[]): string {
  return `opens first for ${list.format(roles.map((role) => `${roleWords[role].name.toLowerCase()}s`))}`;
}
