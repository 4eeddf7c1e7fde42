import { statuses } from "#lib/schema/choices.ts";
import type { Columns } from "../columns/columns.ts";
import { noScore, scoreCode } from "./score-code.ts";

/** Conversations with both scores as points, ten bytes each; all arrays go by the same order. */
export interface MapPoints {
  readonly length: number;
  /** Names the conversation in its project; see `MapConversations`. */
  readonly numbers: Int32Array<ArrayBuffer>;
  /** Scores as `scoreCode` gives them. */
  readonly representativeness: Uint16Array<ArrayBuffer>;
  readonly distinctiveness: Uint16Array<ArrayBuffer>;
  /** The place of its culture in a list, and its status in the two bits above; see `cultureOf` and `statusOf`. */
  readonly labels: Uint16Array<ArrayBuffer>;
}

const bytesPerPoint = 10;
const statusShift = 14;
const cultureMask = (1 << statusShift) - 1;

/**
 * The rows at `places` that have both scores, as points in the order of the rows. Some 100 ns a row.
 *
 * @param cultureOf the place in a list of the culture with a code, below 16 384
 */
export function packPoints(columns: Columns, places: Int32Array, cultureOf: (code: number) => number): MapPoints {
  const { codes, numbers } = columns;
  const points = emptyPoints(places.length);
  let length = 0;
  for (const place of places) {
    const r = scoreCode(columns.representativeness[place] ?? Number.NaN);
    const d = scoreCode(columns.distinctiveness[place] ?? Number.NaN);
    if (r === noScore || d === noScore) continue;
    points.numbers[length] = numbers[place] ?? 0;
    points.representativeness[length] = r;
    points.distinctiveness[length] = d;
    // The two lowest marks are the status, in the order of `statuses`.
    points.labels[length] = cultureOf(codes.culture[place] ?? 0) | (((codes.marks[place] ?? 0) & 3) << statusShift);
    length++;
  }
  return {
    length,
    numbers: points.numbers.slice(0, length),
    representativeness: points.representativeness.slice(0, length),
    distinctiveness: points.distinctiveness.slice(0, length),
    labels: points.labels.slice(0, length),
  };
}

export function emptyPoints(length: number): MapPoints {
  return {
    length,
    numbers: new Int32Array(length),
    representativeness: new Uint16Array(length),
    distinctiveness: new Uint16Array(length),
    labels: new Uint16Array(length),
  };
}

/** Which culture of the list a point is of. */
export function cultureOf({ labels }: MapPoints, point: number): number {
  return (labels[point] ?? 0) & cultureMask;
}

/** The place of a point's status in `statuses`. */
export function statusIndexOf({ labels }: MapPoints, point: number): number {
  return (labels[point] ?? 0) >> statusShift;
}

export function statusOf(points: MapPoints, point: number): (typeof statuses)[number] {
  return statuses[statusIndexOf(points, point)] ?? "pending";
}

/** All numbers, then all of each of the other arrays; least significant byte first, as every machine in use holds them. */
export function pointBytes(points: MapPoints): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(points.length * bytesPerPoint);
  let at = 0;
  for (const part of [points.numbers, points.representativeness, points.distinctiveness, points.labels]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** The points that `pointBytes` wrote. */
export function readPoints(bytes: Uint8Array<ArrayBuffer>): MapPoints {
  const length = Math.floor(bytes.byteLength / bytesPerPoint);
  const short = (place: number) => new Uint16Array(bytes.slice(length * place, length * (place + 2)).buffer);
  return {
    length,
    numbers: new Int32Array(bytes.slice(0, length * 4).buffer),
    representativeness: short(4),
    distinctiveness: short(6),
    labels: short(8),
  };
}
