import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { StudioError } from "#lib/errors.ts";
import { inflate } from "./inflate.ts";

async function* inChunks(bytes: Uint8Array, size = 16_384): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unpack(bytes: Uint8Array, size?: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inflate(inChunks(bytes, size))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function refusalOf(bytes: Uint8Array, limits?: Parameters<typeof inflate>[1]): Promise<string> {
  try {
    for await (const _ of inflate(inChunks(bytes), limits));
  } catch (error) {
    if (error instanceof StudioError) return error.message;
    throw error;
  }
  return "accepted";
}

const rows = Array.from({ length: 5000 }, (_, index) => `{"a":${index * 7919}}\n`).join("");

describe("inflate", () => {
  test("hands on what is not packed, byte by byte the same", async () => {
    expect(await unpack(Buffer.from(rows), 7)).toBe(rows);
    expect(await unpack(Buffer.from(""))).toBe("");
    expect(await unpack(Buffer.from([0x1f]))).toBe("\u001f");
  });

  test.each([1, 3, 16_384])("unpacks gzip in chunks of %i bytes", async (size) => {
    expect(await unpack(gzipSync(rows), size)).toBe(rows);
  });

  test("I61 several members are one file", async () => {
    expect(await unpack(Buffer.concat([gzipSync("one\n"), gzipSync("two\n"), gzipSync("")]))).toBe("one\ntwo\n");
  });

  test("I57 a bomb of 200 MiB is stopped after a few of them", async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, "a"));
    let out = 0;
    const reading = (async () => {
      for await (const chunk of inflate(inChunks(bomb))) out += chunk.length;
    })();
    await expect(reading).rejects.toThrow("more than 100 times its size");
    expect(out).toBeLessThan(4 * 1024 * 1024);
  });

  test("I57 the size limit is named", async () => {
    const limits = { inflatedBytes: 1000, inflationRatio: 100 };
    expect(await refusalOf(gzipSync(rows), limits)).toContain("more than 1000 bytes");
  });

  test("a small file may pack better than 100 to 1", async () => {
    expect(await refusalOf(gzipSync("a".repeat(1_000_000)))).toBe("accepted");
  });

  test("I58 gzip in gzip is refused", async () => {
    expect(await refusalOf(gzipSync(gzipSync(rows)))).toContain("twice");
  });

  test("I59 truncated gzip is refused, wherever it is cut", async () => {
    const packed = gzipSync(rows);
    for (const kept of [3, 12, 100, packed.length - 9, packed.length - 1]) {
      expect(await refusalOf(packed.subarray(0, kept))).toContain("cut off");
    }
  });

  test("I60 trailing garbage is refused, zero bytes too", async () => {
    const packed = gzipSync(rows);
    expect(await refusalOf(Buffer.concat([packed, Buffer.from("garbage")]))).toContain("other bytes");
    expect(await refusalOf(Buffer.concat([packed, Buffer.alloc(64)]))).toContain("bytes follow");
    expect(await refusalOf(Buffer.concat([packed, Buffer.alloc(40_000)]))).toContain("bytes follow");
  });

  test("damage inside is refused", async () => {
    const packed = Buffer.from(gzipSync(rows));
    packed.fill(0xff, 200, 260);
    expect(await refusalOf(packed)).toMatch(/damaged|cut off/);
  });

  test("a failing source fails the reading with its own error", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield gzipSync(rows).subarray(0, 50);
      throw new TypeError("the disk is gone");
    }
    const reading = (async () => {
      for await (const _ of inflate(failing()));
    })();
    await expect(reading).rejects.toThrow("the disk is gone");
  });
});
