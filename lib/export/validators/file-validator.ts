import { createFileShape } from "./file-shape.ts";
import { createLineSplitter } from "./split-lines.ts";
import { type Report, type TroubleCode, type TroubleGroup, troubleSeverity } from "./trouble.ts";
import { inspectLine, lineRules, type ValidatedFormat } from "./validate-line.ts";

/** What a whole file holds. Findings are grouped by kind, so the size does not grow with the file. */
export interface FileFindings {
  lines: number;
  errors: TroubleGroup[];
  warnings: TroubleGroup[];
}

/** Takes the bytes of one file in pieces of any size. */
export interface FileValidator {
  push(chunk: Uint8Array): void;
  /** Call once, after the last piece. */
  end(): FileFindings;
}

/**
 * Reads a file as its consumer would, knowing nothing of how it was written: UTF-8 without byte order mark, LF alone and
 * after the last line, one object a line with the keys and types of the first, and the rules of the format for each line.
 */
export function createFileValidator(format: ValidatedFormat): FileValidator {
  const groups = new Map<TroubleCode, TroubleGroup>();
  const shape = createFileShape();
  let lines = 0;

  const report: Report = (code, field, message) => {
    const group = groups.get(code);
    if (group === undefined) {
      groups.set(code, { code, count: 1, firstLines: [Math.max(lines, 1)], field, message });
      return;
    }
    group.count += 1;
    if (group.firstLines.length < 20 && group.firstLines.at(-1) !== lines) group.firstLines.push(lines);
  };

  const splitter = createLineSplitter((line) => {
    lines += 1;
    if (line === null) {
      report("not-utf-8", null, "The line holds bytes that are not UTF-8.");
      return;
    }
    const row = inspectLine(format, line, lines, report);
    if (row !== null) shape.check(row, report);
  });

  return {
    push: (chunk) => splitter.push(chunk),
    end() {
      if (splitter.end().unfinishedLine) {
        report("no-final-line-feed", null, "The last line has no line feed; the file may be cut short.");
      }
      const least = lineRules[format].atLeastLines ?? 0;
      if (lines < least)
        report("too-few-examples", null, `${lines} examples; this consumer asks for at least ${least}.`);
      else if (lines === 0) report("no-lines", null, "The file holds no line.");
      const found = [...groups.entries()];
      const pick = (severity: "error" | "warning") =>
        found.filter(([code]) => troubleSeverity[code] === severity).map(([, group]) => group);
      return { lines, errors: pick("error"), warnings: pick("warning") };
    },
  };
}
