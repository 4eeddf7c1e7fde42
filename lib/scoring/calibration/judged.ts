/** What an estimator said of one conversation, and what people said of the same text. */
export interface Judged {
  /** In [0,1]. */
  score: number;
  /** 1 accepted, 0 rejected; or a mean rating mapped to [0,1]. */
  outcome: number;
}
