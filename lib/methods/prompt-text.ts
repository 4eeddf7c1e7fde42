/** A text under review, imported or written by a model: it reaches a model only between marks that it cannot know. */
export interface Data {
  data: string;
}

/** What a message is made of: our own words, and data. */
export type Content = string | readonly (string | Data)[];

/** Names a text as data. */
export function asData(data: string): Data {
  return { data };
}

const placeholder = /\{([a-z][A-Za-z]*)\}/g;

/** The names in braces of a template, each once, in their order. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name = ""]) => name))];
}

/**
 * Fills the names in braces of a template; a line that comes to nothing is dropped. What is filled in is never looked at for
 * braces again, so data cannot pull in other data.
 *
 * @throws RangeError for a name that is not given
 */
export function fillPrompt(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split("\n")
    .map((line) => line.replaceAll(placeholder, (_, name: string) => filledIn(values, name)))
    .filter((line) => line.trim() !== "")
    .join("\n");
}

function filledIn(values: Readonly<Record<string, string>>, name: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new RangeError(`The template names {${name}}, which is not given`);
  return value;
}
