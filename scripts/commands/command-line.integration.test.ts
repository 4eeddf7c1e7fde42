import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ExportManifest } from "#lib/export/manifest.ts";
import { validateLine } from "#lib/export/validators/validate-line.ts";
import { type ClusterHold, holdCluster } from "#lib/host/folder-lock.ts";
import { BulkView } from "#lib/schema/bulk.ts";
import { ExportFormat, ExportRow } from "#lib/schema/export.ts";
import { SetIndicators } from "#lib/schema/set-indicators.ts";
import { decide } from "#lib/services/decide.ts";
import { openWorld } from "#lib/world/world.ts";
import { openPlace, type Place } from "./testing/open-place.ts";

/** A few dozen processes, on a machine that may be busy with other tests; in milliseconds. */
const patience = 150_000;
const Imported = z.strictObject({
  read: z.int(),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  rejectsFile: z.string().nullable(),
});
const Mapped = z.object({
  code: z.string(),
  conversations: z.int(),
  distinctiveness: z.object({ scored: z.int(), median: z.number().nullable(), interval: z.unknown() }),
});
const Listed = z.object({
  rows: z.array(
    z.object({ id: z.string(), version: z.int(), culture: z.object({ code: z.string() }), status: z.string() }),
  ),
  next: z.string().nullable(),
});
const Exported = z.object({
  rows: z.int(),
  sha256: z.string(),
  manifest: ExportManifest,
  manifestFile: z.string(),
  metadataFile: z.string().nullable(),
});
const Verified = z.object({
  ok: z.boolean(),
  projects: z.array(z.object({ slug: z.string(), conversations: z.int(), differences: z.array(z.unknown()) })),
});

const cultures = ["Japan", "Germany", "Brazil", "Kenya"];
const good = Array.from({ length: 8 }, (_, n) => ({
  id: `line-${n}`,
  culture: cultures[n % 4],
  question: `What is served first at a wedding, part ${Math.floor(n / 4)}?`,
  answer: `In house ${n} soup number ${n} is served with bread, and then tea.`,
}));
const tenLines = [
  ...good.slice(0, 3).map((line) => JSON.stringify(line)),
  '{"id": "cut',
  ...good.slice(3).map((line) => JSON.stringify(line)),
  JSON.stringify({ id: "line-9", culture: "Atlantis", question: "What?", answer: "That." }),
];

let server: ClusterHold;
let serverFolder: string;
const places: Place[] = [];

beforeAll(async () => {
  // One that keeps what it acknowledges: the fast one of the other tests is refused by every command, and rightly so.
  serverFolder = await mkdtemp(join(tmpdir(), "tessera-server-"));
  await chmod(serverFolder, 0o711);
  server = await holdCluster(serverFolder, { as: "tests of the command line", studio: false });
  const shared = await openPlace(server.cluster.url);
  await writeFile(join(shared.folder, "empty.jsonl"), "");
  places.push(shared, await openPlace(null));
});
afterAll(async () => {
  await server.release();
  for (const folder of [serverFolder, ...places.map((place) => place.folder)])
    await rm(folder, { recursive: true, force: true });
});

/** Decides as a person would on a page, in the database that the commands use. */
async function accept(place: Place, ids: readonly string[]): Promise<void> {
  if (place.databaseUrl === null) throw new Error("Only with a database that stays up");
  const world = openWorld({ databaseUrl: place.databaseUrl, folder: join(place.folder, "data"), connections: 2 });
  const actor = { kind: "operator", userId: null, name: "operator" } as const;
  for (const conversation of ids)
    await decide.run(world, actor, { project: "weddings", conversation, expectedVersion: 1, kind: "accept" });
  await world.close();
}

test("from the first account to exported files, over DATABASE_URL", { timeout: patience }, async () => {
  const [place] = places;
  if (!place) throw new Error("There is a place");
  const first = await place.json(z.object({ owner: z.boolean(), password: z.string().min(20) }), [
    "user",
    "create",
    "--email",
    "ada@example.org",
    "--name",
    "Ada",
  ]);
  expect(first.owner).toBe(true);
  const made = await place.json(z.object({ slug: z.string(), role: z.string() }), [
    "project",
    "create",
    "--name",
    "Weddings",
    "--slug",
    "weddings",
  ]);
  expect(made).toEqual({ slug: "weddings", role: "admin" });
  const second = await place.run(
    [
      "user",
      "create",
      "--email",
      "ben@example.org",
      "--name",
      "Ben",
      "--project",
      "weddings",
      "--role",
      "annotator",
      "--password-stdin",
      "--json",
    ],
    { input: "eight or more\n" },
  );
  expect(JSON.parse(second.stdout)).toMatchObject({
    owner: false,
    project: "weddings",
    role: "annotator",
    password: null,
  });

  await writeFile(join(place.folder, "ten.jsonl"), `${tenLines.join("\n")}\n`);
  const imported = await place.json(Imported, ["import", "ten.jsonl", "--project", "weddings"]);
  const rejectsFile = join(place.folder, "ten.jsonl.rejects.jsonl");
  expect(imported).toEqual({ read: 10, inserted: 8, updated: 0, unchanged: 0, rejected: 2, rejectsFile });
  const rejects = (await readFile(rejectsFile, "utf8")).trim().split("\n");
  expect(rejects.map((line) => JSON.parse(line)).map(({ line, code }) => [line, code])).toEqual([
    [4, "E_JSON"],
    [10, expect.stringMatching(/^E_CULTURE_/)],
  ]);

  await writeFile(
    join(place.folder, "ten.jsonl.gz"),
    gzipSync(good.map((line) => `${JSON.stringify(line)}\n`).join("")),
  );
  const packed = await place.json(Imported, ["import", "ten.jsonl.gz", "--project", "weddings"]);
  expect(packed).toEqual({ read: 8, inserted: 0, updated: 0, unchanged: 8, rejected: 0, rejectsFile: null });

  await writeFile(
    join(place.folder, "table.csv"),
    "no,land,frage,antwort\n1,Nippon-koku,Who pays?,Both houses.\n2,Kenya,Who pays?,The groom.\n",
  );
  const unmapped = await place.run(["import", "table.csv", "--project", "weddings", "--json"]);
  expect(unmapped).toMatchObject({ status: 1, stdout: "" });
  expect(unmapped.stderr).toMatch(/--map.*no, land, frage, antwort/);
  const mapping = {
    externalId: "no",
    culture: "land",
    question: "frage",
    answer: "antwort",
    labels: { "Nippon-koku": "jp" },
  };
  await writeFile(join(place.folder, "map.json"), JSON.stringify(mapping));
  const mapped = await place.json(Imported, ["import", "table.csv", "--project", "weddings", "--map", "map.json"]);
  expect(mapped).toEqual({ read: 2, inserted: 2, updated: 0, unchanged: 0, rejected: 0, rejectsFile: null });

  const scores = z.object({
    conversations: z.int(),
    scored: z.object({ siblings: z.object({ distinctiveness: z.int() }) }),
    seconds: z.number(),
  });
  const scored = await place.json(scores, ["score", "--project", "weddings", "--wait"]);
  expect(scored).toMatchObject({ conversations: 10, scored: { siblings: { distinctiveness: 10 } } });

  const seen: string[] = [];
  let next: string | null = null;
  do {
    const page: z.output<typeof Listed> = await place.json(Listed, [
      "list",
      "--project",
      "weddings",
      "--limit",
      "6",
      "--sort",
      "distinctiveness.descending",
      ...(next === null ? [] : ["--cursor", next]),
    ]);
    expect(page.rows.length).toBeLessThanOrEqual(6);
    seen.push(...page.rows.map(({ id }) => id));
    next = page.next;
  } while (next !== null);
  expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
  const measured = await place.json(SetIndicators, ["indicators", "--project", "weddings", "--culture", "ke"]);
  expect(measured).toMatchObject({ conversations: 3, coverage: { computed: true, value: 1 } });
  const kenya = await place.json(Listed, ["list", "--project", "weddings", "--culture", "ke", "--status", "pending"]);
  expect(kenya.rows.map(({ culture }) => culture.code)).toEqual(["ke", "ke", "ke"]);

  const lying = await place.json(z.object({ matching: z.int(), cultures: z.array(Mapped) }), [
    "map",
    "--project",
    "weddings",
    "--culture",
    "ke",
  ]);
  expect(lying.cultures).toMatchObject([{ code: "ke", conversations: 3 }]);
  expect(lying.cultures[0]?.distinctiveness).toMatchObject({ scored: 3, interval: null });
  expect(lying.cultures[0]?.distinctiveness.median).not.toBeNull();

  await accept(place, seen.slice(0, 6));
  await checkExports(place);

  const token = await place.json(z.object({ token: z.string(), role: z.string() }), [
    "token",
    "create",
    "--project",
    "weddings",
    "--name",
    "training",
    "--role",
    "viewer",
  ]);
  expect(token.token).toMatch(/^tsr_/);
  const verified = await place.json(Verified, ["verify"]);
  expect(verified).toMatchObject({
    ok: true,
    projects: [
      { slug: "weddings", conversations: 10, differences: [] },
      { slug: "copy", conversations: 10, differences: [] },
    ],
  });
});

async function checkExports(place: Place): Promise<void> {
  for (const format of ExportFormat.options) {
    const file = join(place.folder, `out.${format}.jsonl`);
    const exported = await place.json(Exported, ["export", "--project", "weddings", "--format", format, "-o", file]);
    const bytes = await readFile(file);
    expect(exported).toMatchObject({ rows: 6, sha256: createHash("sha256").update(bytes).digest("hex") });
    expect(exported.manifest).toMatchObject({
      rows: 6,
      validation: { errors: format === "openai-chat" ? [{ code: "too-few-examples" }] : [] },
    });
    const lines = bytes.toString("utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(6);
    for (const [index, line] of lines.entries()) {
      expect(validateLine(format, line, index + 1).filter(({ severity }) => severity === "error")).toEqual([]);
    }
    expect(JSON.parse(await readFile(exported.manifestFile, "utf8"))).toEqual(exported.manifest);
    expect(exported.metadataFile).toBe(format === "tessera" ? null : `${file}.metadata.jsonl`);
    if (exported.metadataFile !== null) {
      const facts = await readFile(exported.metadataFile);
      expect(exported.manifest.files.map(({ sha256 }) => sha256)).toContain(
        createHash("sha256").update(facts).digest("hex"),
      );
      expect(facts.toString("utf8").trimEnd().split("\n")).toHaveLength(6);
    }
  }
  const file = join(place.folder, "out.trl.jsonl");
  const kept = await Promise.all([file, `${file}.manifest.json`].map((path) => readFile(path)));
  await place.json(Exported, ["export", "--project", "weddings", "--format", "trl", "-o", file]);
  expect(await Promise.all([file, `${file}.manifest.json`].map((path) => readFile(path)))).toEqual(kept);

  const whole = join(place.folder, "all.jsonl");
  const rowsOf = async (path: string) =>
    (await readFile(path, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => ExportRow.parse(JSON.parse(line)));
  await place.json(Exported, [
    "export",
    "--project",
    "weddings",
    "--format",
    "tessera",
    "--status",
    "all",
    "-o",
    whole,
  ]);
  await place.json(z.unknown(), ["project", "create", "--name", "Copy", "--slug", "copy"]);
  const again = await place.json(Imported, ["import", whole, "--project", "copy"]);
  expect(again).toMatchObject({ read: 10, inserted: 10, rejected: 0 });
  const copied = join(place.folder, "copy.jsonl");
  await place.json(Exported, ["export", "--project", "copy", "--format", "tessera", "--status", "all", "-o", copied]);
  const content = (rows: ExportRow[]) =>
    rows.map(({ externalId, culture, language, topic, questionKey, source, turns, tags }) => ({
      externalId,
      culture,
      language,
      topic,
      questionKey,
      source,
      turns,
      tags,
    }));
  expect(content(await rowsOf(copied))).toEqual(content(await rowsOf(whole)));
}

test("all that match are decided and tagged at once, after a look, and taken back", { timeout: patience }, async () => {
  const [place] = places;
  if (!place) throw new Error("There is a place");
  await place.json(z.unknown(), ["project", "create", "--name", "Many", "--slug", "many"]);
  await writeFile(join(place.folder, "many.jsonl"), tenLines.join("\n"));
  await place.json(Imported, ["import", "many.jsonl", "--project", "many"]);
  const bulk = (...args: string[]) => ["bulk", ...args, "--project", "many"];
  const preview = await place.json(BulkView, bulk("accept", "--where", "culture=jp,de", "--dry-run"));
  expect(preview).toMatchObject({
    state: "prepared",
    total: 4,
    effect: { byStatus: [{ status: "pending", count: 4 }] },
  });
  const said = await place.run(bulk("reject", "--where", "culture=jp", "--reason", "language"));
  expect(said.stdout).toMatch(/^2 match: 2 pending\n2 rejected\nTo take it back: --undo [0-9a-f-]{36}\n$/);
  expect((await place.run(bulk("accept", "--where", "culture=jp,de"))).stdout).toMatch(
    /^4 match: 2 pending, 2 rejected\n4 accepted\n/,
  );
  const { rows } = await place.json(Listed, ["list", "--project", "many", "--status", "accepted"]);
  expect(rows).toHaveLength(4);
  const undone = await place.run(bulk("--undo", said.stdout.trim().split(" ").at(-1) ?? ""));
  expect(undone.stdout).toBe("0 taken back, 2 left as they are\n");
  expect((await place.run(bulk("assign", "--where", "status=rejected"))).stdout).toBe("No conversation matches.\n");
  expect(await place.json(Verified, ["verify", "--project", "many"])).toMatchObject({ ok: true });
});

test("an import that was killed half-way is finished by the next call", async () => {
  const [place] = places;
  if (!place) throw new Error("There is a place");
  await place.json(z.unknown(), ["project", "create", "--name", "Killed", "--slug", "killed"]);
  const args = ["import", "ten.jsonl", "--project", "killed"];
  for (const point of ["import.batch:1", "import.finish:1"]) {
    const killed = await place.run([...args, "--json"], { env: { FAILPOINT: point } });
    expect(killed).toMatchObject({ status: Number.NaN, stdout: "" });
  }
  expect(await place.json(Imported, args)).toMatchObject({
    read: 10,
    inserted: 8,
    updated: 0,
    unchanged: 0,
    rejected: 2,
  });
  expect(await place.json(Imported, args)).toMatchObject({ read: 10, inserted: 0, unchanged: 8, rejected: 2 });
  expect(await place.json(Verified, ["verify", "--project", "killed"])).toMatchObject({ ok: true });
});

describe("what goes wrong is one sentence, with nothing on standard output", () => {
  test.each([
    [1, "There is no project “nowhere” here.", ["list", "--project", "nowhere"]],
    [1, "There is no file missing.jsonl that can be read.", ["import", "missing.jsonl", "--project", "weddings"]],
    [1, "The file is empty: it holds no rows.", ["import", "empty.jsonl", "--project", "weddings"]],
    [1, "limit: ", ["list", "--project", "weddings", "--limit", "0"]],
    [1, "slug: ", ["project", "create", "--name", "Bad", "--slug", "Not A Slug"]],
    [
      2,
      "Option '--format <format>' argument 'csv' is invalid.",
      ["export", "--project", "weddings", "--format", "csv", "-o", "x"],
    ],
    [2, "Required option '--project <slug>' not specified.", ["list"]],
    [2, "Unknown command 'bogus'.", ["bogus"]],
    [1, "status.0: ", ["bulk", "accept", "--project", "weddings", "--where", "status=done"]],
    [
      1,
      "There is no tag with the key nothing in this project.",
      ["bulk", "tag", "--project", "weddings", "--where", "", "--add", "nothing"],
    ],
    [2, "Say what to do and to which conversations", ["bulk", "accept", "--project", "weddings"]],
    [2, "Unknown option '--loud'.", ["doctor", "--loud"]],
    [
      2,
      "--project and --role go together.",
      ["user", "create", "--email", "a@example.org", "--name", "A", "--role", "viewer"],
    ],
  ])("status %i: %s", async (status, sentence, args) => {
    const [place] = places;
    const ended = await place?.run([...args, "--json"]);
    expect(ended).toMatchObject({ status, stdout: "" });
    expect(ended?.stderr.startsWith(sentence)).toBe(true);
    expect(ended?.stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

test("works on the embedded database of a folder that nobody has used, and leaves no process behind", async () => {
  const [, place] = places;
  if (!place) throw new Error("There is a place");
  const Doctor = z.object({
    ok: z.boolean(),
    checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
  });
  const before = await place.run(["doctor", "--json"]);
  expect([before.status, Doctor.parse(JSON.parse(before.stdout)).ok]).toEqual([1, false]);
  expect(existsSync(join(place.folder, "data"))).toBe(false);
  await place.json(z.unknown(), ["project", "create", "--name", "Weddings", "--slug", "weddings"]);
  await writeFile(join(place.folder, "ten.jsonl"), `${tenLines.join("\n")}\n`);
  const imported = await place.json(Imported, [
    "import",
    "ten.jsonl",
    "--project",
    "weddings",
    "--new-cultures",
    "create",
  ]);
  expect(imported).toMatchObject({ read: 10, inserted: 9, rejected: 1 });
  const exported = await place.json(Exported, [
    "export",
    "--project",
    "weddings",
    "--format",
    "sharegpt",
    "--status",
    "pending",
    "-o",
    "out.jsonl",
  ]);
  expect(exported).toMatchObject({ rows: 9, metadataFile: join(place.folder, "out.jsonl.metadata.jsonl") });
  expect(await place.json(Verified, ["verify"])).toMatchObject({
    ok: true,
    projects: [{ slug: "weddings", conversations: 9 }],
  });
  const after = await place.json(Doctor, ["doctor"]);
  expect(after.ok).toBe(true);
  expect(after.checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["node", "database", "checksums", "migrations", "queue", "worker", "jobs", "disk"]),
  );
  expect(existsSync(join(place.folder, "data", "postgres", "postmaster.pid"))).toBe(false);
});
