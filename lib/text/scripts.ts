/** Scripts whose letters look alike, so that mixing two of them in one word is how a label is forged. */
const confusable = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
} as const;
export type ConfusableScript = keyof typeof confusable;

const scriptNames = Object.keys(confusable).filter((name): name is ConfusableScript => name in confusable);

/** The look-alike scripts of one text, in a fixed order. */
export function confusableScripts(text: string): ConfusableScript[] {
  return scriptNames.filter((name) => confusable[name].test(text));
}

/**
 * The scripts that one word of the text mixes although their letters look alike (a Cyrillic а in "аr"), or null. Two words
 * in two scripts, such as "Россия (Russia)", are not mixed.
 */
export function mixedScripts(text: string): ConfusableScript[] | null {
  for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const scripts = confusableScripts(word);
    if (scripts.length > 1) return scripts;
  }
  return null;
}
