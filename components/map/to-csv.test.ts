import { expect, test } from "vitest";
import { toCsv } from "./to-csv.ts";

test("cells are quoted where they must be, formulas are texts, nothing is empty", () => {
  expect(
    toCsv(
      ["Culture", "n"],
      [
        ['Côte "d\'Ivoire", west', 3],
        ["=1+1", null],
        ["日本\n", 0.5],
      ],
    ),
  ).toBe('\uFEFFCulture,n\r\n"Côte ""d\'Ivoire"", west",3\r\n\'=1+1,\r\n"日本\n",0.5\r\n');
});
