import { fold } from "./fold.ts";

/** What is looked at of a command. */
export interface Rankable {
  id: string;
  title: string;
  words?: readonly string[];
  detail?: string;
}

/**
 * The commands that a query finds, the best first. Every word of the query has to be found in the title, the other words or
 * the detail: at the start of a word counts more than inside, the title more than the rest, and letters in order
 * (`opset` for “Open settings”) least. Without a query, the ones used lately come first. O(commands × length of the query).
 *
 * @param recent ids of commands used lately, the latest first
 */
export function rankCommands<Command extends Rankable>(
  commands: readonly Command[],
  query: string,
  recent: readonly string[],
): Command[] {
  const wanted = fold(query);
  const place = new Map(recent.map((id, index) => [id, recent.length - index]));
  const scored = commands.flatMap((command, index) => {
    const score = wanted === "" ? 1 : scoreOf(command, wanted);
    if (score === 0) return [];
    // A habit breaks ties; it never lifts a command over a better match.
    return [{ command, score, habit: place.get(command.id) ?? 0, index }];
  });
  return scored
    .sort((one, other) => other.score - one.score || other.habit - one.habit || one.index - other.index)
    .map(({ command }) => command);
}

function scoreOf(command: Rankable, wanted: string): number {
  const title = fold(command.title);
  const rest = [...(command.words ?? []), command.detail ?? ""].map(fold).filter((text) => text !== "");
  if (title === wanted) return 1000;
  if (rest.includes(wanted)) return 900;
  if (title.startsWith(wanted)) return 800;
  let sum = 0;
  const parts = wanted.split(" ");
  for (const part of parts) {
    const best = Math.max(partScore(title, part) * 1.2, ...rest.map((text) => partScore(text, part)));
    if (best === 0) return sparse(title, wanted);
    sum += best;
  }
  return sum / parts.length;
}

/** How well one word of the query is found in a text: 0 not at all, 400 as a whole word. */
function partScore(text: string, part: string): number {
  let best = 0;
  for (const [index, word] of text.split(" ").entries()) {
    const early = Math.max(0, 10 - index);
    if (word === part) best = Math.max(best, 400 + early);
    else if (word.startsWith(part)) best = Math.max(best, 300 + early);
    else if (part.length > 2 && word.includes(part)) best = Math.max(best, 150 + early);
    else if (part.length > 3 && oneApart(word.slice(0, part.length + 1), part)) best = Math.max(best, 120 + early);
  }
  return best;
}

/** Letters of the query in order, not side by side; worth little, and only from three letters on. */
function sparse(title: string, wanted: string): number {
  const letters = wanted.replaceAll(" ", "");
  if (letters.length < 3) return 0;
  let at = 0;
  for (const letter of title) if (letter === letters[at]) at += 1;
  return at === letters.length ? 20 + letters.length / title.length : 0;
}

/** Whether two words differ by one letter at most: changed, left out, put in, or two swapped. */
function oneApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return swapped || short.slice(at + 1) === long.slice(at + 1);
}
