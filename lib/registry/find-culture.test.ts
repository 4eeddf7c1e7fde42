import { describe, expect, test } from "vitest";
import { cultures } from "./cultures/index.ts";
import { findCulture, indexCultures } from "./find-culture.ts";

describe("findCulture", () => {
  const index = indexCultures(cultures);

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
    expect(findCulture(index, label)?.code).toBe(code);
  });

  test.each(["", "…", "Atlantis", "English", "Spanish", "Portuguese"])(
    "%j is nobody's, so a person decides",
    (label) => {
      expect(findCulture(index, label)).toBeNull();
    },
  );

  test("a name that two cultures share resolves to neither", () => {
    const shared = indexCultures([
      { code: "aa", name: "Left bank", endonym: "Left bank", aliases: ["The valley"] },
      { code: "bb", name: "Right bank", endonym: "Right bank", aliases: ["valley"] },
    ]);
    expect(findCulture(shared, "Valley")).toBeNull();
    expect(findCulture(shared, "left_bank")?.code).toBe("aa");
  });
});
