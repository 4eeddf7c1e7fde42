import { describe, expect, test } from "vitest";
import { createLeftOutTally } from "./left-out.ts";
import { ExportManifest, toManifestText } from "./manifest.ts";

const id = (number: number) => `019a0b5e-7c1d-7a3b-8c2d-${String(number).padStart(12, "0")}`;
const sha256 = "0123456789abcdef".repeat(4);

const manifest: ExportManifest = {
  tessera: 1,
  project: { slug: "nowruz", name: "Nowruz\u2028and after" },
  format: "sharegpt",
  filter: { status: "accepted", culture: ["ir", "af"] },
  eventNumber: 42,
  rows: 2,
  leftOut: [
    { reason: "last-turn-not-assistant", count: 1, firstIds: [id(2)] },
    { reason: "no-assistant-turn", count: 1, firstIds: [id(1)] },
  ],
  files: [
    { name: "b.jsonl", bytes: 10, sha256, rows: 2 },
    { name: "a.jsonl", bytes: 20, sha256, rows: 2 },
  ],
  validation: {
    errors: [],
    warnings: [{ code: "long-line", count: 1, firstLines: [2], field: null, message: "Long." }],
  },
};

describe("toManifestText", () => {
  test("gives the bytes written here by hand", () => {
    expect(toManifestText(manifest)).toBe(`{
  "tessera": 1,
  "project": {
    "slug": "nowruz",
    "name": "Nowruz\\u2028and after"
  },
  "format": "sharegpt",
  "filter": {
    "culture": [
      "ir",
      "af"
    ],
    "status": "accepted"
  },
  "eventNumber": 42,
  "rows": 2,
  "leftOut": [
    {
      "reason": "no-assistant-turn",
      "count": 1,
      "firstIds": [
        "${id(1)}"
      ]
    },
    {
      "reason": "last-turn-not-assistant",
      "count": 1,
      "firstIds": [
        "${id(2)}"
      ]
    }
  ],
  "files": [
    {
      "name": "a.jsonl",
      "bytes": 20,
      "sha256": "${sha256}",
      "rows": 2
    },
    {
      "name": "b.jsonl",
      "bytes": 10,
      "sha256": "${sha256}",
      "rows": 2
    }
  ],
  "validation": {
    "errors": [],
    "warnings": [
      {
        "code": "long-line",
        "count": 1,
        "firstLines": [
          2
        ],
        "field": null,
        "message": "Long."
      }
    ]
  }
}
`);
  });

  test("does not depend on the order of keys and lists, and does not change its input", () => {
    const turned = ExportManifest.parse({
      ...Object.fromEntries(Object.entries(manifest).reverse()),
      filter: { culture: ["ir", "af"], status: "accepted" },
      files: manifest.files.toReversed(),
      leftOut: manifest.leftOut.toReversed(),
    });
    const before = structuredClone(turned);
    expect(toManifestText(turned)).toBe(toManifestText(manifest));
    expect(turned).toEqual(before);
  });

  test("reads back as the manifest, in its order", () => {
    const parsed = ExportManifest.parse(JSON.parse(toManifestText(manifest)));
    expect(parsed).toEqual({ ...manifest, files: manifest.files.toReversed(), leftOut: manifest.leftOut.toReversed() });
  });

  test("refuses what is not a manifest", () => {
    expect(() => toManifestText({ ...manifest, rows: -1 })).toThrow();
    expect(() => toManifestText({ ...manifest, files: [{ name: "a", bytes: 1, sha256: "F00", rows: 1 }] })).toThrow(
      /SHA-256/,
    );
  });
});

describe("createLeftOutTally", () => {
  test("counts by reason and names the first twenty", () => {
    const tally = createLeftOutTally();
    expect(tally.list()).toEqual([]);
    tally.add("roles-do-not-alternate", id(100));
    for (let number = 0; number < 25; number += 1) tally.add("no-assistant-turn", id(number));
    expect(tally.list()).toEqual([
      { reason: "no-assistant-turn", count: 25, firstIds: Array.from({ length: 20 }, (_, number) => id(number)) },
      { reason: "roles-do-not-alternate", count: 1, firstIds: [id(100)] },
    ]);
  });
});
