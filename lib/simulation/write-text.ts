import { chanceOf, hashOf, pick } from "./chance.ts";
import { habits, links } from "./habits.ts";
import type { Prompt } from "./read-prompt.ts";

type Aspect = keyof typeof habits;
const aspects = ["opening", "manner", "sharing", "time", "elders"] as const satisfies readonly Aspect[];

/**
 * An answer in character: plain English sentences that take up the question's own words. What a culture does follows from its name and
 * stays the same from answer to answer; how it is told, and what is told of it, follows from `key`. The same three give the same text.
 *
 * @param seed that of the simulator and the model: another one invents other habits
 */
export function writeText(prompt: Prompt, seed: string, key: string): string {
  const chance = chanceOf(seed, key);
  const culture = prompt.culture ?? "no culture in particular";
  if (prompt.choices.length > 0)
    return prompt.choices[hashOf(seed, culture, prompt.question) % prompt.choices.length] ?? "";
  const habit = (aspect: Aspect) => pick(habits[aspect], (hashOf(seed, culture, aspect) % 997) / 997);
  const told = aspects.toSorted((a, b) => hashOf(key, a) - hashOf(key, b)).slice(0, chance() < 0.5 ? 3 : 2);
  const [first = "opening", second = "manner", third] = told;
  const place = prompt.culture === null ? "" : pick([` in ${culture}`, ` here in ${culture}`, ""], chance());
  const topic = prompt.words[0];
  const sentences = [
    topic === undefined
      ? `${pick(links.first, chance())}${place}, ${inner(habit(first))}.`
      : `On ${topic}${place}: ${inner(habit(first))}.`,
    `${pick(links.also, chance())}, ${inner(habit(second))}, ${habit("reason")}.`,
    ...(third === undefined ? [] : [`${pick(links.first, chance())}, ${inner(habit(third))}.`]),
    ...(chance() < 0.6 ? [`${pick(links.but, chance())}.`] : []),
    ...(chance() < 0.7 ? [pick(links.close, chance())] : []),
  ];
  return sentences.join(" ");
}

function inner(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
