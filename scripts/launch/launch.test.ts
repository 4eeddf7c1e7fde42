import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildSources, isBuilt } from "./build.mjs";
import { isInstalled, isSatisfied } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { isRecentEnough } from "./node.mjs";
import { playwrightCounts, vitestCounts } from "./run-tests.mjs";
import { contentHash, isCurrent, listFiles, removeStamp, writeStamp } from "./stamp.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tessera-launch-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe("a stamp", () => {
  const stamp = () => join(root, ".stamp");

  test("is current until a file changes, appears or goes", () => {
    write("a", "1");
    write("b", "2");
    expect(isCurrent(root, stamp(), ["a"])).toBe(false);
    writeStamp(root, stamp(), ["a"]);
    expect(isCurrent(root, stamp(), ["a"])).toBe(true);
    expect(isCurrent(root, stamp(), ["a", "b"])).toBe(false);
    write("a", "3");
    utimesSync(join(root, "a"), 1, 1);
    expect(isCurrent(root, stamp(), ["a"])).toBe(false);
  });

  test("stays current when only the times differ, as after a checkout, and learns the new times", () => {
    write("a", "1");
    writeStamp(root, stamp(), ["a"]);
    const before = readFileSync(stamp(), "utf8");
    utimesSync(join(root, "a"), 1, 1);
    expect(isCurrent(root, stamp(), ["a"])).toBe(true);
    expect(readFileSync(stamp(), "utf8")).not.toBe(before);
  });

  test("counts as absent when it is damaged or was removed", () => {
    write("a", "1");
    writeFileSync(stamp(), "{");
    expect(isCurrent(root, stamp(), ["a"])).toBe(false);
    writeStamp(root, stamp(), ["a"]);
    removeStamp(stamp());
    expect(isCurrent(root, stamp(), ["a"])).toBe(false);
  });
});

test("a content hash tells where one file ends and the next begins", () => {
  write("a", "1");
  write("b", "23");
  const before = contentHash(root, ["a", "b"]);
  write("a", "12");
  write("b", "3");
  expect(contentHash(root, ["a", "b"])).not.toBe(before);
});

test("files are listed sorted, through folders, and missing ones are left out", () => {
  write("lib/b/two.ts", "");
  write("lib/a.ts", "");
  write("one.json", "");
  const found = listFiles(root, ["one.json", "lib", "missing"], (path) => path.endsWith(".ts"));
  expect(found).toEqual(["lib/a.ts", "lib/b/two.ts", "one.json"]);
});

test("what the pages are built from leaves out tests, notes and what is generated", () => {
  for (const path of [
    "app/page.tsx",
    "lib/a.ts",
    "lib/a.test.ts",
    "lib/README.md",
    "lib/db/generated/client.ts",
    "lib/db/testing/x.ts",
  ]) {
    write(path, "");
  }
  expect(buildSources(root)).toEqual(["app/page.tsx", "lib/a.ts"]);
  expect(isBuilt("components/button.test.tsx")).toBe(false);
});

describe("an install", () => {
  const wanted = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/mac-only": { version: "2.0.0", optional: true },
  };

  test("is there when each package has its version; those of other platforms may be missing", () => {
    expect(isSatisfied(wanted, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
    expect(isSatisfied(wanted, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
    expect(isSatisfied(wanted, {})).toBe(false);
    expect(
      isSatisfied(wanted, { "node_modules/a": { version: "1.0.0" }, "node_modules/mac-only": { version: "1.9.0" } }),
    ).toBe(false);
  });

  test("by someone else is believed, and one that falls behind is noticed", () => {
    const lock = (version: string) => JSON.stringify({ packages: { "node_modules/a": { version } } });
    write("package.json", "{}");
    write("package-lock.json", lock("1.0.0"));
    expect(isInstalled(root)).toBe(false);
    write("node_modules/.package-lock.json", lock("1.0.0"));
    expect(isInstalled(root)).toBe(true);
    write("package-lock.json", lock("1.10.0"));
    expect(isInstalled(root)).toBe(false);
  });
});

test("Node.js is asked for from 22.19 on", () => {
  expect(["18.20.8", "20.20.2", "22.18.0", "22.19.0", "24.0.0"].map(isRecentEnough)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

test("counts come from the reports of the test tools; a test passed at its second try has passed", () => {
  expect(vitestCounts({ numPassedTests: 3, numFailedTests: 1 })).toEqual({ passed: 3, failed: 1 });
  expect(playwrightCounts({ stats: { expected: 5, unexpected: 1, flaky: 2 } })).toEqual({ passed: 7, failed: 1 });
});

describe("a lock", () => {
  const path = () => join(root, "locks", "one");

  test("lets one work at a time and tells the other to wait", async () => {
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    const one = withLock(
      path(),
      () => first.promise.then(() => order.push("one")),
      () => order.push("never"),
    );
    const two = withLock(
      path(),
      () => order.push("two"),
      () => {
        order.push("wait");
        first.resolve();
      },
    );
    await Promise.all([one, two]);
    expect(order).toEqual(["wait", "one", "two"]);
  });

  test("is free again after work that failed", async () => {
    const fails = withLock(
      path(),
      () => Promise.reject(new Error("no")),
      () => undefined,
    );
    await expect(fails).rejects.toThrow("no");
    expect(
      await withLock(
        path(),
        () => "yes",
        () => undefined,
      ),
    ).toBe("yes");
  });

  test("of a process that died is taken over", async () => {
    // Linux numbers its processes below 2^22, so nobody has this number.
    write("locks/one", "99999999");
    expect(
      await withLock(
        path(),
        () => "yes",
        () => undefined,
      ),
    ).toBe("yes");
  });
});
