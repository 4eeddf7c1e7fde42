import { wordsOf } from "#components/triage/card-words.ts";
import { type MarkedPiece, type MarkedWord, markWords } from "#components/triage/marked-words.ts";
import { type DiffPart, wordDiff } from "#components/triage/word-diff.ts";
import type { MarkedPart } from "#components/ui/split-marked.ts";
import { indexWords, onlyHere, saidByMost, type WordIndex } from "#lib/curation/word-lens.ts";
import type { LensName } from "#lib/schema/compare-choices.ts";
import type { ComparedAnswer } from "#lib/schema/comparison.ts";
import { baseLanguage } from "#lib/scoring/base-language.ts";

/** One turn as a lens shows it. */
export type LensText =
  | { kind: "plain" }
  | { kind: "marked"; marks: readonly MarkedPart[] }
  | { kind: "difference"; parts: readonly DiffPart[] }
  | { kind: "evidence"; pieces: readonly MarkedPiece[] };

/** A column as a lens shows it: its turns, and why it shows nothing where it cannot. */
export interface LensColumn {
  turns: readonly LensText[];
  note: string | null;
}

const plain: LensText = { kind: "plain" };
const noWords: readonly MarkedWord[] = [];

/**
 * What a lens shows of each column. Words are compared within a base language only; a difference is shown to the reference,
 * the first column, where its language is the same. Time O(texts), of a difference texts × changes.
 * @param usual words that set nothing apart, by base language
 */
export function lensColumns(
  answers: readonly ComparedAnswer[],
  lens: LensName,
  usual: Readonly<Record<string, readonly string[]>>,
): LensColumn[] {
  const languages = answers.map(({ language }) => baseLanguage(language));
  if (lens === "only-here" || lens === "shared") {
    const indexes = answers.map((answer) => indexWords(answersOf(answer), answer.language));
    const unsaid = new Map(Object.entries(usual).map(([language, words]) => [language, new Set(words)]));
    return answers.map((answer, at) => {
      const language = languages[at] ?? "und";
      const others = indexes.filter((_, other) => other !== at && languages[other] === language);
      if (others.length === 0) return { turns: answer.turns.map(() => plain), note: alone };
      const marksOf =
        lens === "only-here" ? only(others, unsaid.get(language)) : most(indexes[at], others, unsaid.get(language));
      return {
        turns: answer.turns.map((turn) =>
          turn.role === "assistant" ? marked(marksOf(turn.content, answer.language)) : plain,
        ),
        note: null,
      };
    });
  }
  if (lens === "difference") {
    const [reference] = answers;
    return answers.map((answer, at) => {
      if (at === 0 || reference === undefined) return { turns: answer.turns.map(() => plain), note: null };
      if (languages[at] !== languages[0]) return { turns: answer.turns.map(() => plain), note: otherLanguage };
      return {
        turns: answer.turns.map((turn, place) => ({
          kind: "difference",
          parts: wordDiff(reference.turns[place]?.content ?? "", turn.content, answer.language),
        })),
        note: null,
      };
    });
  }
  if (lens === "evidence") {
    return answers.map((answer) => {
      const words = wordsOf(answer);
      const seen = new Set<number>();
      return {
        turns: answer.turns.map((turn) => ({
          kind: "evidence",
          pieces: markWords(turn.content, turn.role === "assistant" ? words : noWords, seen),
        })),
        note: words.length === 0 ? "No words carry its scores." : null,
      };
    });
  }
  return answers.map(({ turns }) => ({ turns: turns.map(() => plain), note: null }));
}

const alone = "No other column is in its language, and words are compared within a language.";
const otherLanguage = "In another language than the reference, so no difference is told.";
const none: ReadonlySet<string> = new Set();

/** Whether any other column is in the language of the reference, so that a difference can be shown. */
export function hasDifference([reference, ...others]: readonly ComparedAnswer[]): boolean {
  const own = reference === undefined ? null : baseLanguage(reference.language);
  return others.some(({ language }) => baseLanguage(language) === own);
}

function only(others: readonly WordIndex[], usual: ReadonlySet<string> = none) {
  return (text: string, language: string) => onlyHere(text, language, others, usual);
}

function most(own: WordIndex | undefined, others: readonly WordIndex[], usual: ReadonlySet<string> = none) {
  return (text: string, language: string) =>
    saidByMost(text, language, own === undefined ? others : [own, ...others], usual);
}

function marked(marks: readonly MarkedPart[]): LensText {
  return { kind: "marked", marks };
}

const answersOf = ({ turns }: ComparedAnswer) =>
  turns.filter(({ role }) => role === "assistant").map(({ content }) => content);
