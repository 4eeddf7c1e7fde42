import { describe, expect, test } from "vitest";
import { resolveLabels } from "#lib/import/resolve-labels.ts";
import { cultures } from "./cultures/index.ts";

const entries = cultures.map(({ code, name, endonym, aliases }) => ({ code, names: [name, endonym, ...aliases] }));

function codeOf(label: string): string | null {
  const [resolution] = resolveLabels([label], entries);
  return resolution?.outcome === "resolved" ? resolution.code : null;
}

describe("labels as data sets write them", () => {
  test.each([
    ["China", "cn"],
    ["United States", "us"],
    ["South Korea", "kr"],
    ["Indonesia", "id"],
    ["Assam (India)", "in-as"],
    ["Mexico", "mx"],
    ["Spain", "es"],
    ["Greece", "gr"],
    ["Iran", "ir"],
    ["North Korea", "kp"],
    ["West Java (Indonesia)", "id-jb"],
    ["Azerbaijan", "az"],
    ["Ethiopia", "et"],
    ["Northern Nigeria", "ng-north"],
    ["Algeria", "dz"],
    ["United Kingdom", "gb"],
    ["Arab world (Iraq, Jordan)", "arab-world"],
    ["Bangladesh", "bd"],
    ["Germany", "de"],
    ["Brazil", "br"],
    ["Argentina and Mexico", "argentina-mexico"],
    ["Türkiye", "tr"],
    ["Arab world", "arab-world"],
    ["Russia", "ru"],
    ["Japan", "jp"],
    ["France", "fr"],
    ["Spanish-speaking world", "spanish-speaking-world"],
    ["East Africa (Swahili-speaking)", "east-africa"],
    ["Italy", "it"],
    ["Portuguese-speaking world", "portuguese-speaking-world"],
    ["U.K.", "gb"],
    ["great britain", "gb"],
    ["South_Korea", "kr"],
    ["Republic of Korea", "kr"],
    ["U.S.", "us"],
    ["West_Java", "id-jb"],
    ["Northern_Nigeria", "ng-north"],
    ["turkey", "tr"],
    ["日本", "jp"],
    ["دولة قطر", "qa"],
    ["ελλάδα", "gr"],
  ])("%j is %s", (label, code) => {
    expect(codeOf(label)).toBe(code);
  });

  test.each(["", "…", "Atlantis", "English", "Spanish", "Portuguese"])(
    "%j is nobody's, so a person decides",
    (label) => {
      expect(codeOf(label)).toBeNull();
    },
  );

  test("no name, endonym or alias leads to two entries", () => {
    const wrong = entries.flatMap(({ code, names }) => names.filter((name) => codeOf(name) !== code));
    expect(wrong).toEqual([]);
  });
});
