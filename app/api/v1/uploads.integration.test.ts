import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { ExportView } from "#lib/schema/export.ts";
import { ImportView } from "#lib/schema/import-view.ts";
import { stageImport } from "#lib/services/stage-import.ts";
import { sweepLeftovers } from "#lib/services/sweep-leftovers.ts";
import { importText, jsonLines, record } from "#lib/services/testing/import-text.ts";
import { uploadImport } from "#lib/services/upload-import.ts";
import { writeExport } from "#lib/services/write-export.ts";
import { bodyAs, type CallOptions } from "./testing/client.ts";
import { openTestStudio, type Person, type TestStudio } from "./testing/test-studio.ts";

const base = "/api/v1/projects/files";
let studio: TestStudio;
let projectId: string;
let curator: Person;

beforeAll(async () => {
  studio = await openTestStudio();
  projectId = await studio.addProject("files");
  curator = await studio.addPerson("Curator");
  await studio.join(projectId, curator, "curator");
});
afterAll(() => studio.end());

const row = (id: string) => jsonLines([record(id, "jp", `Question of ${id}?`, "An answer.")]);
const upload = (fileName: string, raw: BodyInit, options: CallOptions = {}) =>
  curator.client.post(`${base}/imports?fileName=${encodeURIComponent(fileName)}`, undefined, {
    ...options,
    raw,
    headers: { "content-type": "application/octet-stream", ...options.headers },
  });
const stored = () => readdir(join(env().data, "imports")).catch(() => []);
const importCount = () => studio.world.db.import.count({ where: { projectId } });

test.each([
  ["I65 a path", "../../etc/passwd", "passwd"],
  ["I65 a Windows path", "C:\\fake\\rows.jsonl", "rows.jsonl"],
  ["I66 a NUL", "a\0b.jsonl", "ab.jsonl"],
  ["I68 a direction override", "rows\u202elnosj.exe", "rowslnosj.exe"],
  ["I69 a device of Windows", "CON.jsonl", "_CON.jsonl"],
  ["I70 quotes and line ends", 'x"\r\nSet-Cookie: a=b.jsonl', "x_Set-Cookie_ a=b.jsonl"],
  ["no name", "", "upload"],
])("%s in a file name does no harm: shown clean, stored under a name of ours", async (_, given, shown) => {
  const view = bodyAs(await upload(given, row(`name-${shown}`)), ImportView);
  expect(view.fileName).toBe(shown);
  for (const name of await stored()) expect(name).toMatch(/^[0-9a-f]{64}$/);
  await stageImport(studio.world, view.id);
  const answer = await curator.client.get(`${base}/imports/${view.id}/rejects`);
  const disposition = answer.headers.get("content-disposition") ?? "";
  expect(disposition).toMatch(/^attachment; filename="[^"\r\n]+"; filename\*=UTF-8''[^\s"\r\n]+$/);
  expect([answer.headers.get("content-security-policy"), answer.headers.get("set-cookie")]).toEqual([
    "sandbox; default-src 'none'",
    null,
  ]);
});

test("I67: a name of 300 bytes is cut to 200, its ending kept; one beyond a kilobyte is refused", async () => {
  const view = bodyAs(await upload(`${"茶".repeat(100)}.jsonl.gz`, row("long")), ImportView);
  expect(Buffer.byteLength(view.fileName)).toBeLessThanOrEqual(200);
  expect(view.fileName).toMatch(/^茶+\.jsonl\.gz$/);
  expect((await upload("x".repeat(2_000), row("longer"))).status).toBe(422);
});

test("I83: a Content-Length that lies is refused, and nothing is left", async () => {
  const before = [await stored(), await importCount()];
  for (const length of ["10", "100000", "0"]) {
    const answer = await upload("lie.jsonl", row("lie"), { headers: { "content-length": length } });
    expect([length, answer.status]).toEqual([length, 400]);
  }
  expect([await stored(), await importCount()]).toEqual(before);
});

test("I84: an upload that stalls is given up after its time, and nothing is left", async () => {
  const before = [await stored(), await importCount()];
  const actor = { kind: "person", userId: curator.id, name: "Curator", owner: false } as const;
  const never = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(row("stalled"))),
  });
  const stuck = async function* () {
    yield Buffer.from(row("stalled"));
    await new Promise(() => undefined);
  };
  for (const chunks of [never, stuck()]) {
    const began = Date.now();
    const uploading = uploadImport(studio.world, actor, {
      project: "files",
      fileName: "s.jsonl",
      chunks,
      stallTimeout: 50,
    });
    await expect(uploading).rejects.toMatchObject({ code: "timeout" });
    expect(Date.now() - began).toBeLessThan(5_000);
  }
  expect([await stored(), await importCount()]).toEqual(before);
});

test("I85: an upload that breaks off at the end leaves nothing, whether its length was announced or not", async () => {
  const before = [await stored(), await importCount()];
  const text = Buffer.from(row("broken off").repeat(1_000));
  const part = text.subarray(0, Math.floor(text.length * 0.99));
  const breaksOff = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(part);
    },
    pull: (controller) => controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" })),
  });
  expect((await upload("b.jsonl", breaksOff)).status).toBe(503);
  expect((await upload("b.jsonl", part, { headers: { "content-length": String(text.length) } })).status).toBe(400);
  expect([await stored(), await importCount()]).toEqual(before);
});

test("I86: one file sent ten times at once, under keys of their own, is one import and one stored file", async () => {
  const [files, imports] = [(await stored()).length, await importCount()];
  const answers = await Promise.all(Array.from({ length: 10 }, () => upload("same.jsonl", row("same"))));
  expect(new Set(answers.map((answer) => bodyAs(answer, ImportView).id)).size).toBe(1);
  expect([(await stored()).length, await importCount()]).toEqual([files + 1, imports + 1]);
});

test("R32: the key of an upload stands for its name and content: replayed it answers the same, with other content it is refused", async () => {
  const key = v7();
  const first = await upload("k.jsonl", row("key"), { key });
  expect((await upload("k.jsonl", row("key"), { key })).text).toBe(first.text);
  const count = await importCount();
  expect((await upload("k.jsonl", row("yek"), { key })).status).toBe(422);
  expect((await upload("other.jsonl", row("key"), { key })).status).toBe(422);
  expect(await importCount()).toBe(count);
  // The refused file is swept after an hour; those that belong to an import stay.
  const before = await stored();
  await sweepLeftovers(studio.world);
  expect(await stored()).toEqual(before);
  const old = new Date(Date.now() - 3_700_000);
  for (const name of before) await utimes(join(env().data, "imports", name), old, old);
  await sweepLeftovers(studio.world);
  const kept = new Set((await studio.world.db.import.findMany({ where: { projectId } })).map(({ sha256 }) => sha256));
  expect(new Set(await stored())).toEqual(kept);
  expect(kept.size).toBe(before.length - 1);
});

test("an upload without a body is 400; one of more than 10 MB is none too many", async () => {
  const none = await curator.client.send("POST", `${base}/imports?fileName=x`);
  expect(none.status).toBe(400);
  const big = `${" ".repeat(12 * 1024 * 1024)}\n${row("big")}`;
  expect(bodyAs(await upload("big.jsonl", big), ImportView).bytes).toBe(Buffer.byteLength(big));
});

test("an export is downloaded whole by its name, its bytes and SHA-256 as the manifest says, and by nobody else's name", async () => {
  await importText(studio.world, { project: "files", text: row("export me") });
  const made = bodyAs(await curator.client.post(`${base}/exports`, { format: "openai-chat", filter: {} }), ExportView);
  expect((await curator.client.get(`${base}/exports/${made.id}/files/files.openai-chat.jsonl`)).status).toBe(404);
  await writeExport(studio.world, made.id);
  const view = bodyAs(await curator.client.get(`${base}/exports/${made.id}`), ExportView);
  expect(view.files.map(({ name }) => name)).toEqual(["files.openai-chat.jsonl", "files.openai-chat.metadata.jsonl"]);
  for (const { name, bytes, sha256 } of view.files) {
    const answer = await curator.client.get(`${base}/exports/${made.id}/files/${name}`);
    expect([answer.status, Buffer.byteLength(answer.text), answer.headers.get("content-length")]).toEqual([
      200,
      bytes,
      String(bytes),
    ]);
    const digest = await crypto.subtle.digest("SHA-256", Buffer.from(answer.text));
    expect(Buffer.from(digest).toString("hex")).toBe(sha256);
    expect(answer.headers.get("content-disposition")).toContain(`filename="${name}"`);
  }
  expect((await curator.client.get(`${base}/exports/${made.id}/files/files.openai-chat.manifest.json`)).status).toBe(
    200,
  );
  for (const name of ["files.trl.jsonl", "..%2Fimports", `${made.id}.files.openai-chat.jsonl`, "%00"])
    expect((await curator.client.get(`${base}/exports/${made.id}/files/${name}`)).status).toBe(404);
});
