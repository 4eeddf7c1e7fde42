import { createHash, type Hash } from "node:crypto";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded } from "#lib/curation/fold-events.ts";

type Batch = Folded["batches"][number];

interface OpenBatch {
  batch: Batch;
  count: number;
  texts: Hash;
  facts: Hash;
}

/** A conversation as its import made it. */
export interface ImportedConversation {
  id: string;
  importId: string | null;
  /** SHA-256 of its first text; null when that is gone. */
  sha256: string | null;
  facts: string;
}

/**
 * Holds conversations, handed in by id, against the batches that the events of imports tell of: each belongs to exactly one,
 * and the hashes of each batch are those of its conversations.
 */
export function createBatchCheck(
  batches: readonly Batch[],
  report: (difference: Difference) => void,
): { check(conversation: ImportedConversation): void; end(): void } {
  const byImport = new Map<string, OpenBatch[]>();
  for (const batch of batches) {
    const open = { batch, count: 0, texts: createHash("sha256"), facts: createHash("sha256") };
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
  return {
    check({ id, importId, sha256, facts }) {
      const open = importId === null ? undefined : findBatch(byImport.get(importId) ?? [], id);
      if (open === undefined) {
        report({ kind: "conversation.import", id, expected: "one event that tells of its import", found: "none" });
        return;
      }
      const separator = open.count === 0 ? "" : "\n";
      open.count += 1;
      open.texts.update(`${separator}${id}:${sha256 ?? ""}`);
      open.facts.update(`${separator}${id}:${facts}`);
    },
    end() {
      for (const { batch, count, texts, facts } of [...byImport.values()].flat()) {
        const id = `event ${batch.event}`;
        if (count !== batch.count)
          report({ kind: "import.count", id, expected: String(batch.count), found: String(count) });
        const [text, fact] = [texts.digest("hex"), facts.digest("hex")];
        if (text !== batch.digest) report({ kind: "import.texts", id, expected: batch.digest, found: text });
        if (fact !== batch.factsDigest) report({ kind: "import.facts", id, expected: batch.factsDigest, found: fact });
      }
    },
  };
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
