import type { z } from "zod";
import { ExportRow, SideCarRow } from "../../schema/export.ts";
import type { JsonObject, LineRules } from "./rules.ts";
import type { Report } from "./trouble.ts";

/** Checks a row by its schema and asks for the keys in the order of the schema. */
function checkBySchema(schema: z.ZodType, keysInOrder: readonly string[], row: JsonObject, report: Report) {
  const parsed = schema.safeParse(row);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = issue.path.length === 0 ? null : issue.path.map(String).join(".");
      report("invalid-row", field, `\`${field ?? "row"}\`: ${issue.message}`);
    }
    return;
  }
  let place = 0;
  for (const key in row) {
    if (key !== keysInOrder[place]) {
      report("key-order", key, `The key \`${key}\` stands where \`${keysInOrder[place]}\` is due.`);
      return;
    }
    place += 1;
  }
}

const exportRowKeys = Object.keys(ExportRow.shape);
const sideCarKeys = Object.keys(SideCarRow.shape);

/** The lossless format: exactly an ExportRow, keys in its order. */
export const tesseraRules: LineRules = {
  check: (row, report) => checkBySchema(ExportRow, exportRowKeys, row, report),
};

/** The side-car: exactly a SideCarRow whose `line` is the line it stands on. */
export const sideCarRules: LineRules = {
  check(row, report, lineNumber) {
    checkBySchema(SideCarRow, sideCarKeys, row, report);
    if (typeof row.line === "number" && row.line !== lineNumber) {
      report("line-number", "line", `\`line\` is ${row.line} on line ${lineNumber}.`);
    }
  },
};
