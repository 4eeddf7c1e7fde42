import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facetNames } from "#lib/schema/conversation-search.ts";
import { searchHighlights } from "./search-highlights.ts";
import { asTyped, parseSearch, searchFields, searchText } from "./search-query.ts";
import { searchTerms } from "./search-terms.ts";
import { looseTsqueryText, tsqueryText } from "./search-tsquery.ts";
import { searchUnits } from "./search-units.ts";

/** What a search marks in a text, joined by bars; the marks follow the same rules as the index. */
function marks(text: string, search: string): string {
  return searchHighlights(text, parseSearch(search).terms)
    .map(({ start, end }) => text.slice(start, end))
    .join("|");
}

describe("what finds what", () => {
  // Each expectation by hand, from how the script is written and typed.
  test.each([
    ["Latin, any case", "Who pours the TEA?", "tea", "TEA"],
    ["not inside a word", "The teapot", "tea", ""],
    ["a start with a star", "The teapot of the team", "tea*", "teapot|team"],
    ["marks left out", "Un café crème", "cafe", "café"],
    ["marks typed are meant", "café, cafe", "café", "café"],
    ["marks composed otherwise", "cafe\u0301", "café", "cafe\u0301"],
    ["French elision", "l’eau de l'île", "eau", "eau"],
    ["German sharp s", "Die STRASSE, die Straße", "straße", "STRASSE|Straße"],
    ["Turkish dotted and dotless i", "İstanbul ısı", "istanbul ısı", "İstanbul|ısı"],
    ["Turkish i from a keyboard without it", "ISI ısı", "isi", "ISI|ısı"],
    ["Yoruba without tone marks", "Ọjọ́ ìbí rẹ", "ojo ibi", "Ọjọ́|ìbí"],
    ["Vietnamese without marks", "phở bò, phố cổ", "pho", "phở|phố"],
    ["Vietnamese with marks", "phở bò, phố cổ", "phở", "phở"],
    ["Hausa hooked letters", "ƙofa da ɗaki", "daki", "ɗaki"],
    ["Greek final sigma", "ΟΔΟΣ, οδός", "οδος", "ΟΔΟΣ|οδός"],
    ["Cyrillic", "Наша ЁЛКА и мой дом", "елка", "ЁЛКА"],
    ["Cyrillic short i is a letter", "мои, мой", "мой", "мой"],
    ["Arabic with vowel signs", "قَرَأْتُ كِتَابًا", "كتابا", "كِتَابًا"],
    ["Arabic with the stretching line", "كتـــاب", "كتاب", "كتـــاب"],
    ["Arabic behind its article", "الكتاب وبالكتاب والكتاب", "كتاب", "الكتاب|وبالكتاب|والكتاب"],
    ["Arabic, the article typed is meant", "كتاب الكتاب", "الكتاب", "الكتاب"],
    ["Arabic alef with hamza", "أحمد إلى آخر", "احمد الى اخر", "أحمد|إلى|آخر"],
    ["Arabic ta marbuta", "مدرسة", "مدرسه", "مدرسة"],
    ["Persian and Arabic letters", "کتابی", "كتابي", "کتابی"],
    ["Urdu ha and kaf", "ہمارا کھانا", "همارا", "ہمارا"],
    ["Persian joined without width", "می\u200cخواهم", "میخواهم", "می\u200cخواهم"],
    ["Hebrew with points", "שָׁלוֹם", "שלום", "שָׁלוֹם"],
    ["Devanagari without nukta", "क़लम और फ़िल्म", "कलम फिल्म", "क़लम|फ़िल्म"],
    ["Devanagari with nukta", "कलम", "क़लम", "कलम"],
    ["Devanagari, whole words", "हिन्दी में", "हिन्द", ""],
    ["Devanagari digits", "सन् २०२४", "2024", "२०२४"],
    ["Bengali", "আমার সোনার বাংলা", "বাংলা", "বাংলা"],
    ["Tamil", "தமிழ் நாடு", "தமிழ்", "தமிழ்"],
    ["Ethiopic", "ሰላም፡ለሁሉ", "ለሁሉ", "ለሁሉ"],
    ["Thai inside a run", "ฉันชอบดื่มชาเย็นมาก", "ชาเย็น", "ชาเย็น"],
    ["Thai keeps its marks", "น้ำชา", "น้", "น้"],
    ["Thai does not split a mark off", "น้ำชา", "น", ""],
    ["Lao", "ຂ້ອຍກິນເຂົ້າ", "ກິນ", "ກິນ"],
    ["Khmer", "ខ្ញុំចូលចិត្តតែ", "តែ", "តែ"],
    ["Burmese", "ကျွန်တော်ထမင်းစား", "ထမင်း", "ထမင်း"],
    ["Japanese, kana and kanji", "お茶は誰が注ぎますか", "茶は誰", "茶は誰"],
    ["Japanese, one character", "お茶は誰が注ぎますか", "茶", "茶"],
    ["Japanese, narrow kana", "ｶﾞﾗｽのコップ", "ガラス", "ｶﾞﾗｽ"],
    ["Chinese across segmentations", "研究生命的起源", "生命", "生命"],
    ["Chinese, four characters in a row only", "中华人民共和国", "人民共和", "人民共和"],
    ["Chinese, the same characters apart", "人民和共和国", "人民共和", ""],
    ["Korean inside a word", "배추김치를 담근다", "김치", "김치"],
    ["Korean in parts", "\u1100\u1175\u11b7\u110e\u1175", "김치", "\u1100\u1175\u11b7\u110e\u1175"],
    ["scripts side by side", "iPhoneを買う", "iphoneを", "iPhoneを"],
    ["an id", "row q-0012-jp", "q-0012-jp", "q-0012-jp"],
    ["a phrase", "green tea and tea green", '"tea green"', "tea green"],
    ["a phrase over punctuation", "the tea, green", '"tea green"', "tea, green"],
    ["a longer phrase", "drink the green tea today", '"the green tea"', "the green tea"],
    ["an apostrophe makes a phrase", "I don't; don t; dont", "don't", "don't|don t"],
    ["an exclusion marks nothing", "tea milk", "tea -milk", "tea"],
    ["marks that touch or overlap are one", "green tea tea", '"green tea" tea', "green tea|tea"],
    ["emoji between", "tea🍵tea", "tea", "tea|tea"],
  ])("%s", (_name, text, search, expected) => {
    expect(marks(text, search)).toBe(expected);
  });
});

describe("searchUnits", () => {
  test("never splits a character from its marks, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        let end = 0;
        for (const unit of searchUnits(text)) {
          expect(unit.start).toBeGreaterThanOrEqual(end);
          expect(unit.end).toBeGreaterThan(unit.start);
          expect(/^\p{M}/u.test(text.slice(unit.end))).toBe(false);
          end = unit.end;
        }
      }),
    );
  });

  test("is the same for every way to compose a text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const words = (form: string) => searchUnits(text.normalize(form)).map(({ exact, loose }) => [exact, loose]);
        expect(words("NFD")).toEqual(words("NFC"));
      }),
    );
  });

  test("takes a long word by its start", () => {
    const [unit, ...rest] = searchUnits("é".repeat(5000));
    expect(rest).toEqual([]);
    expect([unit?.exact.length, unit?.loose.length, unit?.end]).toEqual([120, 120, 5000]);
  });
});

describe("searchTerms", () => {
  test("words and their pairs, with the pair's place", () => {
    expect(searchTerms(["Who pours the café"], "p")).toBe(
      "'@p' 'who' '=who pours':1 'pours' '=pours the':2 'the' '=the cafe':3 '=the café':3 'cafe' 'café'",
    );
  });

  test("ones, twos and threes of characters, broken by a space", () => {
    expect(searchTerms(["김치를 먹"], "p")).toBe("'@p' '김' '김치':1 '김치를':1 '치' '치를':2 '를' '=를 먹':3 '먹'");
  });

  test("parts are no neighbours", () => {
    expect(searchTerms(["green", "tea leaf"], "p")).toBe("'@p' 'green' 'tea' '=tea leaf':3 'leaf'");
  });

  test("holds no more places of a term than the database does", () => {
    const places = /'=a a':([\d,]+)/.exec(searchTerms(["a ".repeat(20_000)], "p"))?.[1]?.split(",");
    expect(places?.length).toBe(256);
    const last = searchTerms([`${"a ".repeat(16_383)}b c`], "p");
    expect(last).toContain("'=a b':16383");
    expect(last).toMatch(/'=b c' |'=b c'$/);
  });
});

describe("parseSearch", () => {
  test("knows every filter that is a list of choices", () => {
    expect([...searchFields].toSorted()).toEqual([...facetNames].toSorted());
  });

  test("tells words, phrases, exclusions, starts and fields apart", () => {
    const word = { isPhrase: false, isExcluded: false, isStart: false };
    expect(
      parseSearch(
        'tea "Green  leaf" -milk -"two cups" wed* culture:jp,-kr -status:rejected is:flagged tag:"slow food"',
      ),
    ).toEqual({
      terms: [
        { ...word, text: "tea" },
        { ...word, text: "Green leaf", isPhrase: true },
        { ...word, text: "milk", isExcluded: true },
        { ...word, text: "two cups", isPhrase: true, isExcluded: true },
        { ...word, text: "wed", isStart: true },
      ],
      filter: { culture: ["jp", "-kr"], status: ["-rejected"], flagged: true, tag: ["slow food"] },
      problems: [],
    });
  });

  test.each([
    ["colour:red", "“colour:” is no filter."],
    ["is:blue", "“is:blue” is unknown."],
    ["🍵", "has no letter or digit"],
    ["a*", "is too short"],
    ["culture:,", "is given no value"],
  ])("says what is wrong with %s", (text, problem) => {
    const query = parseSearch(text);
    expect(query.problems).toHaveLength(1);
    expect(query.problems[0]).toContain(problem);
    expect([query.terms, query.filter]).toEqual([[], {}]);
  });

  test("never throws, and what it understood can be written and read again", () => {
    const typed = fc.array(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom('"', "-", ":", "*", " ", "tea", "culture:", "is:flagged", "“", "お茶", "tag:a,b", "«", "'"),
      ),
    );
    fc.assert(
      fc.property(typed, (pieces) => {
        const query = parseSearch(pieces.join(""));
        const again = parseSearch(searchText(query));
        expect({ ...again, problems: [] }).toEqual({ ...query, problems: [] });
        expect(again.problems).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

test("asTyped lets the word being typed go on, and nothing else", () => {
  expect(["wed", "we", "wed ", '"wed', "-wed", "お茶", "culture:jap", "tea wed", "wed*"].map(asTyped)).toEqual([
    "wed*",
    "we",
    "wed ",
    '"wed',
    "-wed*",
    "お茶",
    "culture:jap",
    "tea wed*",
    "wed*",
  ]);
});

describe("tsqueryText", () => {
  test.each([
    ["tea", "'tea'"],
    ['tea "green tea" -milk', "'tea' & '=green tea' & !('milk')"],
    ['"the green tea"', "'=the green' <1> '=green tea'"],
    ["-milk", "'@p' & !('milk')"],
    ["お茶は誰が", "'お茶は' <1> '茶は誰' <1> 'は誰が'"],
    ['"お茶は 誰が"', "'お茶は' <2> '=は 誰' <1> '誰が'"],
    ["o'c*", "'=o c':*"],
  ])("%s", (text, expected) => {
    expect(tsqueryText(parseSearch(text).terms, "p", false)).toBe(expected);
  });

  test.each([
    ["tea -milk", null],
    ['"the green tea" -milk', "'=the green' & '=green tea' & !('milk')"],
    ['cup -"the green tea"', "'cup'"],
    ['-"the green tea"', null],
    ['-"the green tea" -milk', "'@p' & !('milk')"],
    ["お茶は誰が", "'お茶は' & '茶は誰' & 'は誰が'"],
  ])("%s, without the order of its words", (text, expected) => {
    expect(looseTsqueryText(parseSearch(text).terms, "p")).toBe(expected);
  });
});
