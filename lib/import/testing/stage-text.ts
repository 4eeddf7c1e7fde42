import { StudioError } from "#lib/errors.ts";
import type { LineVerdict } from "#lib/schema/import.ts";
import { type StageHead, type StageOptions, stageFile } from "../stage-file.ts";

/** All that staging a small file yields, for tests. */
export interface Staged {
  head: StageHead | null;
  verdicts: LineVerdict[];
  end: { records: number; blankLines: number } | null;
  /** The sentence with which the whole file was refused. */
  refusal: string | null;
}

/** Stages a text or bytes in chunks of `chunkBytes`; a refusal is returned, anything else that is thrown is thrown on. */
export async function stageText(
  content: string | Uint8Array,
  options: Partial<Omit<StageOptions, "chunks">> & { chunkBytes?: number } = {},
): Promise<Staged> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const staged: Staged = { head: null, verdicts: [], end: null, refusal: null };
  try {
    for await (const event of stageFile({ fileName: "data.jsonl", ...options, chunks: inChunks() })) {
      if (event.kind === "head") staged.head = event;
      else if (event.kind === "end") staged.end = { records: event.records, blankLines: event.blankLines };
      else staged.verdicts.push(...event.verdicts);
    }
  } catch (error) {
    if (!(error instanceof StudioError) || error.code !== "invalid") throw error;
    staged.refusal = error.message;
  }
  return staged;

  async function* inChunks(): AsyncGenerator<Uint8Array> {
    const size = options.chunkBytes ?? 65_536;
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
}

/** One JSON line in the common shape, with a question, an answer and what else is given. */
export function row(extra: Record<string, unknown> = {}): string {
  const messages = [
    { role: "user", content: "Who pours the tea?" },
    { role: "assistant", content: "The eldest guest." },
  ];
  return JSON.stringify({ id: "1", culture: "Korea", language: "ko", messages, ...extra });
}

/** Whether the verdicts are acceptances, or else their codes: `["ok", "E_NUL"]`. */
export function codesOf(staged: Staged): string[] {
  return staged.verdicts.map((verdict) => (verdict.verdict === "accepted" ? "ok" : verdict.code));
}

/** The notes' codes of each accepted line. */
export function notesOf(staged: Staged): string[][] {
  return staged.verdicts.map((verdict) =>
    verdict.verdict === "accepted" ? verdict.notes.map(({ code }) => code) : [],
  );
}

/** The turns' contents of each accepted line. */
export function textsOf(staged: Staged): string[][] {
  return staged.verdicts.map((verdict) =>
    verdict.verdict === "accepted" ? verdict.draft.turns.map(({ content }) => content) : [],
  );
}
