import type { Ratings } from "../schema/decision.ts";
import type { PanelEvidence } from "../schema/panel-evidence.ts";
import type { EstimatorName, Score } from "../schema/score.ts";

/** What an estimator may know of one conversation. */
export interface ScoringItem {
  id: string;
  /** Culture code. */
  culture: string;
  topic: string | null;
  /** BCP-47 tag; texts are compared only within the same base language. */
  language: string;
  /** Items of different cultures with the same key are siblings. */
  questionKey: string | null;
  question: string;
  /** All assistant turns joined; "" when nobody has answered yet. */
  response: string;
}

/**
 * What the caller hands in besides the items. Evidence is that of the text as the item has it: of an edited text, what was
 * said of the one before is no evidence.
 */
export interface ScoringContext {
  /** Replaces place names and demonyms of every registered culture, so that a text is not distinct merely by its name. */
  mask: (text: string) => string;
  /** What annotators rated, one entry for each annotator; without it nobody has rated anything. */
  ratings?: (item: ScoringItem) => readonly Ratings[];
  /** What a panel of models said of an item, or null; without it no panel was asked. */
  panel?: (item: ScoringItem) => PanelEvidence | null;
  /**
   * The embedding of an item's answer, of unit length, places masked; null where there is none. With it `siblings` compares
   * answers by embedding, across languages; without it by wording, within a language.
   */
  answerVector?: (item: ScoringItem) => Float32Array | null;
  /** Likewise of an item's question. */
  questionVector?: (item: ScoringItem) => Float32Array | null;
}

/** The items of a project, as often as asked for: an estimator may need several passes. Each pass yields the same items. */
export type ScoringItems = () => Iterable<ScoringItem> | AsyncIterable<ScoringItem>;

/** The two measures of one item and the parts they were put together from. */
export interface ScoredItem extends Pick<Score, "representativeness" | "distinctiveness" | "parts"> {
  id: string;
}

/** An item to be scored again, and the text that the model has counted for it. */
export interface EditedItem {
  item: ScoringItem;
  /** The item as it was when the model was fitted; the item itself when unedited; null when the model never saw it. */
  fittedAs: ScoringItem | null;
}

/** What an estimator has learnt of a project: enough to score single items again in milliseconds. */
export interface Model {
  readonly estimator: EstimatorName;
  readonly version: string;
  /**
   * Scores items against the fitted project, in the order given. An estimator of scope "question" needs all items of a
   * question together. Scoring an unedited item gives exactly what the full pass gave.
   */
  score(items: readonly EditedItem[]): ScoredItem[];
  /** A compact form to store; `Estimator.fromBytes` reads it back. */
  toBytes(): Uint8Array<ArrayBuffer>;
}

/** How neighbours were searched for: `recall` is the share of them found in a sample, null where the search was exact. */
export interface SearchQuality {
  exact: boolean;
  recall: number | null;
}

/** A model and the scores of every item it was fitted on. */
interface Fitted {
  model: Model;
  /** Where neighbours were searched for among so many that it matters. */
  search?: SearchQuality;
  /** One score for every item. Can be walked once or many times. */
  scores: Iterable<ScoredItem>;
}

/** A named, versioned way to score. The version changes whenever a score could come out differently. */
export interface Estimator {
  readonly name: EstimatorName;
  readonly version: string;
  /** What one edit touches: the item alone, or every item that shares its question key. */
  readonly scope: "item" | "question";
  /** Learns a project and scores all of it. The outcome does not depend on the order of the items. */
  fit(items: ScoringItems, context: ScoringContext): Promise<Fitted>;
  /** Reads what `Model.toBytes` wrote. Throws StudioError when the bytes are of another version. */
  fromBytes(bytes: Uint8Array, context: ScoringContext): Model;
}
