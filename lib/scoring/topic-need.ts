/**
 * How much a culture needs more on a topic: ⟦1 − share / (2 · target)⟧, with an even share of the project's topics as
 * target. 1 when the culture has nothing on it, ½ when it has exactly its share, 0 from twice the share on.
 * @example topicNeed(5, 20, 4) // => 0.5
 */
export function topicNeed(itemsOnTopic: number, itemsWithTopic: number, topics: number): number {
  if (itemsWithTopic === 0 || topics === 0) return 1;
  return Math.max(0, 1 - (itemsOnTopic / itemsWithTopic) * topics * 0.5);
}
