/** The bytes of one record as cut from a file, with its place in it. */
export interface RawRecord {
  /** Counted from 1: the line on which the record starts; of a JSON list, its place in it. */
  line: number;
  /** Counted from 0 in the unpacked file. */
  byteOffset: number;
  /** The whole record, or only its start when it is too long. */
  bytes: Uint8Array;
  isTooLong: boolean;
}

/** Where reading begins and how long one record may be. */
export interface ReadOptions {
  lineBytes: number;
  /** The offset of the first byte handed in, 3 after a byte order mark. */
  startOffset?: number;
}

/** So many records are handed on together: enough to make the hand-over cheap, few enough to keep memory flat. */
export const BATCH_RECORDS = 1000;

/** Of a record that is too long only this much is kept, to show where it is. */
export const KEPT_BYTES = 1024;
