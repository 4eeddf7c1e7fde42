import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPrivateFile, readOrCreatePrivateFile, writePrivateFile } from "./private-file.ts";
import { getSecret } from "./secret.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tessera-private-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a private file", () => {
  test("is made once, for all who ask at the same moment, and only its owner may read it", async () => {
    const path = join(folder, "one");
    let made = 0;
    const texts = await Promise.all(
      Array.from({ length: 10 }, () => readOrCreatePrivateFile(path, () => `text ${made++}`)),
    );
    expect(new Set(texts).size).toBe(1);
    expect(readFileSync(path, "utf8")).toBe(texts[0]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["one"]);
  });

  test("is replaced as a whole", async () => {
    const path = join(folder, "one");
    await writePrivateFile(path, "first");
    await writePrivateFile(path, "second");
    expect(await findPrivateFile(path)).toBe("second");
    expect(readdirSync(folder)).toEqual(["one"]);
  });

  test("is refused when others may read it", async () => {
    const path = join(folder, "one");
    writeFileSync(path, "no secret any more");
    chmodSync(path, 0o640);
    await expect(findPrivateFile(path)).rejects.toThrow(`Others may read ${path}. Close it with: chmod 600 ${path}`);
  });

  test("that is missing is null", async () => {
    expect(await findPrivateFile(join(folder, "none"))).toBeNull();
  });
});

describe("the secret", () => {
  test("is 32 random bytes kept in the data folder", async () => {
    const secret = await getSecret({ secret: null, data: folder });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await getSecret({ secret: null, data: folder })).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  });

  test("of the environment comes first, and nothing is written then", async () => {
    expect(await getSecret({ secret: "given", data: folder })).toBe("given");
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(["", "short\n", `${"a".repeat(64)}\n`])("is refused when its file holds %j", async (text) => {
    writeFileSync(join(folder, "secret"), text, { mode: 0o600 });
    await expect(getSecret({ secret: null, data: folder })).rejects.toThrow(/TESSERA_SECRET/);
  });
});
