import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentDisposition, safeFileName } from "./file-names.ts";

describe("safeFileName", () => {
  test.each([
    ["I65 a path", "../../etc/passwd", "passwd"],
    ["I65 a Windows path", "C:\\data\\x.jsonl", "x.jsonl"],
    ["I65 only dots", "../..", "upload"],
    ["I66 a NUL", "a\u0000b.jsonl", "ab.jsonl"],
    ["I68 a direction override", "evil\u202Elnosj.exe", "evillnosj.exe"],
    ["I69 a device name", "CON.jsonl", "_CON.jsonl"],
    ["I69 a device name without extension", "nul", "_nul"],
    ["I70 quotes and line ends", 'a"\r\nSet-Cookie: x=1.jsonl', "a_Set-Cookie_ x=1.jsonl"],
    ["a common name in any script", "한국 대화.jsonl", "한국 대화.jsonl"],
    ["nothing", "", "upload"],
  ])("%s", (_, name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test("I67 300 bytes become at most 200, whole characters, extension kept", () => {
    const safe = safeFileName(`${"é".repeat(150)}.jsonl`);
    expect(new TextEncoder().encode(safe).length).toBe(200);
    expect(safe).toMatch(/^é+\.jsonl$/);
  });

  test("any name becomes one that is safe, and stays so", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[/\\\u0000-\u001F\u007F\u202A-\u202E"]/);
        expect(safe).not.toBe("");
        expect(safe.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("contentDisposition", () => {
  test("I70 follows RFC 6266", () => {
    expect(contentDisposition("茶's (1).jsonl")).toBe(
      `attachment; filename="_'s (1).jsonl"; filename*=UTF-8''%E8%8C%B6%27s%20%281%29.jsonl`,
    );
  });

  test("I70 no name breaks out of the header", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5B\x5D-\x7E]+"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
