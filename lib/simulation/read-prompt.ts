import { cultures } from "#lib/registry/cultures/index.ts";

/** One message as the API takes it, its text parts joined. */
export interface PromptMessage {
  role: string;
  content: string;
}

/** What the simulator understands of a prompt. */
export interface Prompt {
  /** The name of the culture that the question names, else the rest of the prompt; null where none is. */
  culture: string | null;
  /** The text of the last message of a user; where that holds fenced data, the data. */
  question: string;
  /** The words of the question that are worth taking up, at most three. */
  words: string[];
  /** The labels of choices, such as A to D, where the prompt asks for one of them alone. */
  choices: string[];
}

/** Longest names first, so that what is meant is not taken for what it contains. */
const names = cultures
  .flatMap(({ name, demonym, endonym, aliases }) =>
    [name, demonym, endonym, ...aliases].map((word) => ({ word, name })),
  )
  .filter(({ word }) => word.length > 3)
  .toSorted((a, b) => b.word.length - a.word.length);

/** Reads a prompt. O(length of the prompt × names of the registry). */
export function readPrompt(messages: readonly PromptMessage[]): Prompt {
  const question = askedIn(messages.findLast(({ role }) => role === "user")?.content ?? "");
  const whole = messages.map(({ content }) => content).join("\n");
  const culture = findCulture(question) ?? findCulture(whole);
  return {
    culture,
    question,
    words: wordsOf(question, culture ?? ""),
    choices: choicesOf(whole),
  };
}

/** What stands between the marks of `fence`, or all where there are none. */
function askedIn(content: string): string {
  const data = [...content.matchAll(/<<<data (\S+)\n([\s\S]*?)\n\1 data>>>/g)].map(([, , text = ""]) => text);
  return data.length === 0 ? content : data.join("\n");
}

function findCulture(text: string): string | null {
  return names.find(({ word }) => holdsWord(text, word))?.name ?? null;
}

/** Whether a text holds a name as a word of its own, and not as a part of another. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{M}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{M}]/u.test(text.slice(at + word.length))) return true;
  return false;
}

const common = new Set(
  "about after again answer because before being between could describe does doing during explain from give have into like many more most much name only other people person please question said says should some someone something than that their them then there these they thing this those very what when where which while will with would write your".split(
    " ",
  ),
);

function wordsOf(question: string, culture: string): string[] {
  const found = question.toLowerCase().match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [];
  const unusual = [...new Set(found)].filter((word) => !common.has(word) && !culture.toLowerCase().includes(word));
  return unusual.toSorted((a, b) => b.length - a.length).slice(0, 3);
}

function choicesOf(text: string): string[] {
  if (!/\bonly\b[^.\n]{0,40}\b(letter|number|option|choice)\b/i.test(text)) return [];
  const labels = [...text.matchAll(/^\s*\(?([A-Z]|\d{1,2})[).:]\s/gm)].map(([, label = ""]) => label);
  return [...new Set(labels)];
}
