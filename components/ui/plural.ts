import { formatCount } from "./format-count.ts";

/** A count with its noun: `1 line`, `9 812 lines`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
