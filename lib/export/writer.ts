import type { ExportFormat, ExportRow } from "../schema/export.ts";
import type { LeftOutReason } from "./left-out.ts";

/** An ExportRow whose turns are still the JSON text the database holds. */
export type ExportSource = Omit<ExportRow, "turns"> & { turnsJson: string };

/** What a line may say of a conversation besides its turns. */
export type ExportFacts = Omit<ExportRow, "turns">;

/** One line without its line feed, or why the format cannot hold the conversation. */
export type Written = { line: string } | { left: LeftOutReason };

/** One format. Writers keep no state: the same row gives the same bytes whatever was written before. */
export interface ExportWriter {
  readonly format: ExportFormat;
  /** Without the dot. */
  readonly extension: string;
  /** True when a line has no place for some facts, so that `sideCarLine` should be written beside it. */
  readonly needsSideCar: boolean;
  /** The row is taken as valid; nothing in it is trimmed, normalised or merged. */
  write(row: ExportRow): Written;
  /** The same bytes as `write` of the parsed row; faster for the formats that hold turns as they are stored. */
  writeSource(source: ExportSource): Written;
}
