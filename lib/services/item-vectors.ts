import type { ClientBase } from "pg";
import { embeddedTexts } from "#lib/scoring/embedding/embedded-texts.ts";
import { unitOf } from "#lib/scoring/embedding/item-vector.ts";
import type { ScoringContext, ScoringItem } from "#lib/scoring/estimator.ts";
import type { AssignedModel } from "./open-connection.ts";
import { readStoredVectors, textKey } from "./stored-embeddings.ts";

interface Keys {
  answer: string | null;
  question: string | null;
}

/** The kept vectors of some items, for estimators to ask for. Two bytes a number in memory; each asking makes it anew. */
export class ItemVectors {
  readonly embedder: AssignedModel;
  readonly context: ScoringContext;
  readonly #keys = new Map<string, Keys>();
  readonly #vectors = new Map<string, Uint16Array>();
  #complete = true;

  constructor(embedder: AssignedModel, masking: ScoringContext) {
    this.embedder = embedder;
    this.context = {
      ...masking,
      answerVector: (item) => {
        const keys = this.#keys.get(item.id);
        // An item whose question has a text and no vector is not embedded yet, and its answer alone would stand for another thing.
        return keys === undefined || !this.#has(keys.question) ? null : this.#vector(keys.answer);
      },
      questionVector: (item) => this.#vector(this.#keys.get(item.id)?.question ?? null),
    };
  }

  /** Whether every text of what was loaded has its vector. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Forgets everything, before other items are loaded. */
  clear(): void {
    this.#keys.clear();
    this.#vectors.clear();
    this.#complete = true;
  }

  /** Reads the vectors of items as they are. One look-up by keys; give some thousand items at a time. */
  async load(client: ClientBase, items: readonly ScoringItem[]): Promise<void> {
    const wanted = new Set<string>();
    for (const item of items) {
      const { answer, question } = embeddedTexts(item, this.context);
      const keys =
        answer === null ? { answer: null, question: null } : { answer: keyOf(answer), question: keyOf(question) };
      this.#keys.set(item.id, keys);
      for (const key of [keys.answer, keys.question]) if (key !== null && !this.#vectors.has(key)) wanted.add(key);
    }
    const found = await readStoredVectors(client, this.embedder, [...wanted]);
    for (const [key, halves] of found) this.#vectors.set(key, halves);
    this.#complete &&= found.size === wanted.size;
  }

  #has(key: string | null): boolean {
    return key === null || this.#vectors.has(key);
  }

  #vector(key: string | null): Float32Array | null {
    const halves = key === null ? undefined : this.#vectors.get(key);
    return halves === undefined ? null : unitOf(halves);
  }
}

function keyOf(text: string | null): string | null {
  return text === null ? null : textKey(text);
}
