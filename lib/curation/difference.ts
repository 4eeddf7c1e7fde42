/** One thing that is not as the events, a file or another table say. */
export interface Difference {
  /** What kind of thing differs, such as `conversation.status` or `event.hash`. */
  kind: string;
  /** Which one: the id of a row, the number of an event, the name of a file. */
  id: string;
  expected: string;
  found: string;
}
