import { StudioError } from "#lib/errors.ts";
import type {
  ColumnMapping,
  FileContainer,
  LineNote,
  LineVerdict,
  RecordShape,
  SourceColumn,
} from "#lib/schema/import.ts";
import { importLimits } from "#lib/schema/limits.ts";
import { checkConstants } from "./check-constants.ts";
import { hasPresets } from "./field-plan.ts";
import type { JsonRecord } from "./json-value.ts";
import { judgeRecord } from "./judge-record.ts";
import { LineContext } from "./line-context.ts";
import { type OpenFile, openFile, type ReadLimits } from "./open-file.ts";
import type { ParsedRecord } from "./parse-record.ts";
import { proposeMapping } from "./propose-mapping.ts";
import type { RawRecord } from "./raw-record.ts";
import { Rejection } from "./rejection.ts";
import { getShape, recogniseShape } from "./shapes/index.ts";
import type { Shape } from "./shapes/shape.ts";

/** What is to be read. Without `shape` it is recognised; a `mapping` with columns makes it `mapped`. */
export interface StageOptions {
  /** The unpacked file (see lib/host/inflate.ts), in chunks of any size. */
  chunks: AsyncIterable<Uint8Array>;
  fileName: string;
  shape?: RecordShape;
  mapping?: ColumnMapping;
  limits?: ReadLimits;
}

/** What the file is. A null shape means that nobody has said and it was not recognised: no batch follows, map it first. */
export interface StageHead {
  kind: "head";
  container: FileContainer;
  shape: RecordShape | null;
  columns: SourceColumn[];
  /** The guess for the mapping page, also when the shape was recognised. */
  proposal: ColumnMapping;
  notes: LineNote[];
}

export type StageEvent =
  | StageHead
  | { kind: "batch"; verdicts: LineVerdict[] }
  /** After the last batch; not sent when the shape is null. */
  | { kind: "end"; records: number; blankLines: number };

/** The shape is judged by so many records, or fewer when they are long. */
const SAMPLE_RECORDS = 200;
const SAMPLE_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file into verdicts: first its head, then batches of verdicts in the order of the file, then the count. Every
 * record gets exactly one verdict. Memory stays at one chunk, one batch and the sample. What needs more than one line (the
 * same id twice) or the database (is it new, is its culture known) is not judged here.
 * @throws StudioError "invalid" when the file cannot be read at all, possibly after some batches.
 */
export async function* stageFile(options: StageOptions): AsyncGenerator<StageEvent, void, void> {
  const limits = options.limits ?? importLimits;
  const constants = checkConstants(options.mapping?.constants);
  const file = await openFile(options.chunks, options.fileName, limits);
  const counts = { records: 0, blankLines: 0 };
  try {
    const sample = await takeSample(file, limits, counts);
    const head = headOf(file, sample, options);
    yield head;
    if (head.shape === null) return;
    const shape = getShape(head.shape, options.mapping);
    const context = new LineContext();
    if (sample.length > 0) yield { kind: "batch", verdicts: judge(sample, shape, context) };
    for await (const batch of file.records) {
      const parsed = parseBatch(batch, file, limits, counts);
      if (parsed.length > 0) yield { kind: "batch", verdicts: judge(parsed, shape, context) };
    }
    yield { kind: "end", ...counts };
  } finally {
    await file.records.return();
  }

  function judge(parsed: readonly ParsedRecord[], shape: Shape, context: LineContext): LineVerdict[] {
    const verdicts: LineVerdict[] = [];
    for (const record of parsed) verdicts.push(judgeRecord(record, shape, constants, context));
    return verdicts;
  }
}

type Counts = { records: number; blankLines: number };

function parseBatch(batch: readonly RawRecord[], file: OpenFile, limits: ReadLimits, counts: Counts): ParsedRecord[] {
  const parsed: ParsedRecord[] = [];
  for (const raw of batch) {
    const record = file.parse(raw);
    if (record === null) {
      counts.blankLines += 1;
      continue;
    }
    counts.records += 1;
    if (counts.records > limits.rows) {
      const message = `The file holds more than ${limits.rows} rows; line ${raw.line} is one too many. Split the file.`;
      throw new StudioError("invalid", message, { details: { rows: limits.rows, line: raw.line } });
    }
    parsed.push(record);
  }
  return parsed;
}

async function takeSample(file: OpenFile, limits: ReadLimits, counts: Counts): Promise<ParsedRecord[]> {
  const sample: ParsedRecord[] = [];
  let bytes = 0;
  while (sample.length < SAMPLE_RECORDS && bytes < SAMPLE_BYTES) {
    const next = await file.records.next();
    if (next.done) break;
    for (const parsed of parseBatch(next.value, file, limits, counts)) {
      sample.push(parsed);
      bytes += parsed.raw.bytes.length;
    }
  }
  if (sample.length === 0) throw new StudioError("invalid", "The file holds no rows.");
  return sample;
}

function headOf(file: OpenFile, sample: readonly ParsedRecord[], options: StageOptions): StageHead {
  const records: JsonRecord[] = [];
  for (const { record } of sample) if (!(record instanceof Rejection)) records.push(record);
  if (records.length === 0) refuseOtherEncoding(sample);
  const notes = [...file.notes];
  const { columns, mapping } = proposeMapping(records);
  let shape = options.shape ?? null;
  const isMapped = options.mapping?.turns || options.mapping?.question;
  if (shape === null && isMapped) shape = "mapped";
  if (shape === null && records.length === 0) {
    shape = "openai-chat";
    notes.push({ code: "N_SHAPE_ASSUMED", field: null, message: "None of the first records could be read." });
  }
  shape ??= recogniseShape(records)?.id ?? null;
  if (shape === "tessera" && records.some(hasPresets)) {
    const message = "Status, scores and versions in the file are not taken over.";
    notes.push({ code: "N_PRESET_FIELDS", field: null, message });
  }
  return { kind: "head", container: file.container, shape, columns, proposal: mapping, notes };
}

/** A file of which nothing can be read because of its encoding is refused whole: a million rejects would help nobody. */
function refuseOtherEncoding(sample: readonly ParsedRecord[]): void {
  for (const { record } of sample) {
    if (record instanceof Rejection && record.code === "E_ENCODING") throw new StudioError("invalid", record.message);
  }
}
