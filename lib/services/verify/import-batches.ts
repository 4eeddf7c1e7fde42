import { createHash, type Hash } from "node:crypto";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded } from "#lib/curation/fold-events.ts";

type Batch = Folded["batches"][number];

interface OpenBatch<Told = Batch> {
  batch: Told;
  count: number;
  texts: Hash;
  facts: Hash;
}

/** A conversation as its import or its run made it. */
export interface ImportedConversation {
  id: string;
  importId: string | null;
  runId: string | null;
  /** SHA-256 of its first text; null when that is gone. */
  sha256: string | null;
  facts: string;
}

/**
 * Holds conversations, handed in by id, against the batches that the events of imports and runs tell of: each belongs to
 * exactly one, and the hashes of each batch are those of its conversations.
 */
export function createBatchCheck(
  { batches, made }: Pick<Folded, "batches" | "made">,
  report: (difference: Difference) => void,
): { check(conversation: ImportedConversation): void; end(): void } {
  const byImport = new Map<string, OpenBatch[]>();
  for (const batch of batches) {
    const open = openBatch(batch);
    byImport.set(batch.import, [...(byImport.get(batch.import) ?? []), open]);
  }
  for (const list of byImport.values()) {
    list.sort((a, b) => (a.batch.firstId < b.batch.firstId ? -1 : 1));
    for (const [index, { batch }] of list.entries()) {
      const next = list[index + 1]?.batch;
      if (next && next.firstId <= batch.lastId)
        report({
          kind: "import.batch",
          id: `event ${next.event}`,
          expected: "conversations of its own",
          found: `some of event ${batch.event}`,
        });
    }
  }
  const ofRuns = made.map(openBatch);
  const byConversation = new Map<string, OpenBatch<Folded["made"][number]>>();
  for (const open of ofRuns)
    for (const id of open.batch.ids) {
      const other = byConversation.get(id)?.batch.event;
      if (other !== undefined)
        report({
          kind: "run.batch",
          id: `event ${open.batch.event}`,
          expected: "conversations of its own",
          found: `some of event ${other}`,
        });
      byConversation.set(id, open);
    }
  return {
    check({ id, importId, runId, sha256, facts }) {
      const ofRun = runId === null ? undefined : byConversation.get(id);
      const open =
        importId === null
          ? ofRun?.batch.run === runId
            ? ofRun
            : undefined
          : findBatch(byImport.get(importId) ?? [], id);
      if (open === undefined) {
        const kind = runId === null ? "conversation.import" : "conversation.run";
        const expected = `one event that tells of its ${runId === null ? "import" : "run"}`;
        report({ kind, id, expected, found: "none" });
        return;
      }
      const separator = open.count === 0 ? "" : "\n";
      open.count += 1;
      open.texts.update(`${separator}${id}:${sha256 ?? ""}`);
      open.facts.update(`${separator}${id}:${facts}`);
    },
    end() {
      for (const { batch, count, texts, facts } of [...[...byImport.values()].flat(), ...ofRuns]) {
        const id = `event ${batch.event}`;
        const way = "run" in batch ? "run" : "import";
        if (count !== batch.count)
          report({ kind: `${way}.count`, id, expected: String(batch.count), found: String(count) });
        const [text, fact] = [texts.digest("hex"), facts.digest("hex")];
        if (text !== batch.digest) report({ kind: `${way}.texts`, id, expected: batch.digest, found: text });
        if (fact !== batch.factsDigest) report({ kind: `${way}.facts`, id, expected: batch.factsDigest, found: fact });
      }
    },
  };
}

function openBatch<Told>(batch: Told): OpenBatch<Told> {
  return { batch, count: 0, texts: createHash("sha256"), facts: createHash("sha256") };
}

/** The last batch that begins at or before `id`, if it reaches so far. O(log batches). */
function findBatch(list: readonly OpenBatch[], id: string): OpenBatch | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.batch.firstId ?? "") <= id) low = middle + 1;
    else high = middle;
  }
  const found = list[low - 1];
  return found && id <= found.batch.lastId ? found : undefined;
}
