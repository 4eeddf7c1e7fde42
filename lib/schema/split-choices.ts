/** Choices told apart: those to show, and those to leave out (without their sign). */
export function splitChoices(choices: readonly string[] = []): { include: string[]; exclude: string[] } {
  return {
    include: choices.filter((choice) => !choice.startsWith("-")),
    exclude: choices.filter((choice) => choice.startsWith("-")).map((choice) => choice.slice(1)),
  };
}
