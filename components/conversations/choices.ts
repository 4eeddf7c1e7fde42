import { bare } from "./filter-state.ts";

/** How one choice stands in a filter. */
export type Standing = "off" | "in" | "out";

export function standingOf(chosen: readonly string[], key: string): Standing {
  if (chosen.includes(key)) return "in";
  return chosen.includes(`-${key}`) ? "out" : "off";
}

/** A press on a choice: shows it too, or lets it go however it stood. */
export function toggleIn(chosen: readonly string[], key: string): string[] {
  return standingOf(chosen, key) === "off" ? [...chosen, key] : without(chosen, key);
}

/** Leaves a choice out, or no longer. */
export function toggleOut(chosen: readonly string[], key: string): string[] {
  return standingOf(chosen, key) === "out" ? without(chosen, key) : [...without(chosen, key), `-${key}`];
}

/** This choice and no other; once more lets it go. */
export function onlyThis(chosen: readonly string[], key: string): string[] {
  return chosen.length === 1 && chosen[0] === key ? [] : [key];
}

export function without(chosen: readonly string[], key: string): string[] {
  return chosen.filter((choice) => bare(choice) !== key);
}
