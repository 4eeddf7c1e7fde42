import { closest } from "#lib/text/closest.ts";
import { mixedScripts } from "#lib/text/scripts.ts";
import { normaliseLabel } from "./normalise-label.ts";

/** One entry of the registry as labels see it: its code and every name it goes by. */
export interface LabelEntry {
  code: string;
  names: readonly string[];
}

/** What a label of a source means in the registry. */
export type LabelResolution =
  | { label: string; outcome: "resolved"; code: string }
  /** Several entries go by this name; a person chooses. */
  | { label: string; outcome: "ambiguous"; codes: string[] }
  /** `suggestion` is the code of the entry with the closest name, for a person to confirm; it is never taken by itself. */
  | { label: string; outcome: "unknown"; suggestion: string | null }
  /** One word mixes scripts whose letters look alike, so the label may be forged. Never resolved. */
  | { label: string; outcome: "refused"; code: "E_CULTURE_SCRIPT"; message: string };

/** Longer labels are not compared with every name. */
const SUGGESTED_CHARACTERS = 64;

/**
 * Finds the registry's entry of each label by exact name after `normaliseLabel`, never by likeness.
 * O(names + labels), and O(names) more for each unknown label.
 */
export function resolveLabels(labels: readonly string[], entries: readonly LabelEntry[]): LabelResolution[] {
  const codesByName = new Map<string, Set<string>>();
  for (const { code, names } of entries) {
    for (const name of [code, ...names]) {
      const key = normaliseLabel(name);
      const codes = codesByName.get(key);
      if (codes === undefined) codesByName.set(key, new Set([code]));
      else codes.add(code);
    }
  }
  return labels.map((label) => resolveLabel(label, codesByName));
}

function resolveLabel(label: string, codesByName: ReadonlyMap<string, ReadonlySet<string>>): LabelResolution {
  const mixed = mixedScripts(label.normalize("NFKC"));
  if (mixed !== null) {
    const message = `The label mixes ${mixed.join(" and ")} letters that look alike. Write it in one script.`;
    return { label, outcome: "refused", code: "E_CULTURE_SCRIPT", message };
  }
  const key = normaliseLabel(label);
  const [code, ...others] = codesByName.get(key) ?? [];
  if (code !== undefined && others.length === 0) return { label, outcome: "resolved", code };
  if (code !== undefined) return { label, outcome: "ambiguous", codes: [code, ...others].sort() };
  const near = key.length > SUGGESTED_CHARACTERS || key.length < 3 ? null : closest(key, codesByName.keys());
  const [suggestion = null] = near === null ? [] : (codesByName.get(near) ?? []);
  return { label, outcome: "unknown", suggestion };
}
