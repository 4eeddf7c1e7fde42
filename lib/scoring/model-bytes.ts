import { z } from "zod";
import { StudioError } from "../errors.ts";

/** The arrays a model may be stored as. */
export type StoredArray = Uint16Array | Int16Array | Uint32Array | Float32Array | Float64Array;

const kinds = { Uint16Array, Int16Array, Uint32Array, Float32Array, Float64Array } as const;
const Head = z.object({
  format: z.string(),
  facts: z.unknown(),
  arrays: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["Uint16Array", "Int16Array", "Uint32Array", "Float32Array", "Float64Array"]),
      length: z.int().min(0),
    }),
  ),
});
type Head = z.infer<typeof Head>;

const alignment = 8;

/**
 * Writes a model as bytes: the length of the head, the head as JSON, then the arrays one after another, each on a
 * multiple of 8, little-endian as on every machine that runs Node.
 * @param format names estimator and version; reading asks for the same
 * @param facts small values that JSON can hold
 */
export function writeModelBytes(
  format: string,
  facts: unknown,
  arrays: ReadonlyMap<string, StoredArray>,
): Uint8Array<ArrayBuffer> {
  const listed = [...arrays].map(([name, array]) => ({ name, kind: array.constructor.name, length: array.length }));
  const head = new TextEncoder().encode(JSON.stringify(Head.parse({ format, facts, arrays: listed })));
  let length = aligned(4 + head.length);
  for (const array of arrays.values()) length = aligned(length + array.byteLength);
  const bytes = new Uint8Array(length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = aligned(4 + head.length);
  for (const array of arrays.values()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at = aligned(at + array.byteLength);
  }
  return bytes;
}

/** The facts and arrays of stored bytes. Throws StudioError when they are of another format, or cut short. */
export function readModelBytes(format: string, bytes: Uint8Array): { facts: unknown; array: ArrayReader } {
  const head = readHead(bytes);
  if (head?.format !== format) {
    throw new StudioError("conflict", "The stored scoring model is of another version. Score the project again.");
  }
  // A copy on a fresh buffer, since arrays must begin on a multiple of their element size.
  const own = bytes.slice();
  const found = new Map<string, StoredArray>();
  let at = aligned(4 + new DataView(own.buffer).getUint32(0, true));
  for (const { name, kind, length } of head.arrays) {
    const View = kinds[kind];
    if (at + length * View.BYTES_PER_ELEMENT > own.length) {
      throw new StudioError("invalid", "The stored scoring model is damaged. Score the project again.");
    }
    found.set(name, new View(own.buffer, at, length));
    at = aligned(at + length * View.BYTES_PER_ELEMENT);
  }
  return {
    facts: head.facts,
    array: (name, View) => {
      const array = found.get(name);
      if (array instanceof View) return array;
      throw new StudioError("invalid", `The stored scoring model lacks "${name}". Score the project again.`);
    },
  };
}

/** Finds a stored array by name and kind. */
type ArrayReader = <T extends StoredArray>(name: string, kind: new (length: number) => T) => T;

function readHead(bytes: Uint8Array): Head | null {
  if (bytes.length < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  try {
    return Head.safeParse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))).data ?? null;
  } catch {
    return null;
  }
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}
