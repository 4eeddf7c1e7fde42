/**
 * Fills the names in braces of a template; a line that comes to nothing is dropped. What is filled in is never looked at for
 * braces again, so data cannot pull in other data.
 *
 * @throws RangeError for a name that is not given
 */
export function fillPrompt(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split("\n")
    .map((line) =>
      line.replaceAll(/\{([a-z][A-Za-z]*)\}/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`The template names {${name}}, which is not given`);
        return value;
      }),
    )
    .filter((line) => line.trim() !== "")
    .join("\n");
}
