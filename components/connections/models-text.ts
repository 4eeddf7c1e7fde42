import type { ConnectionModel } from "#lib/schema/connection.ts";

/** Models as people write them: one a line, and after commas the context in tokens and the prices of a million tokens in and out. */
export function modelsText(models: readonly ConnectionModel[]): string {
  return models
    .map(({ name, contextTokens, inputPrice, outputPrice }) =>
      [name, contextTokens, inputPrice, outputPrice]
        .map((value) => value ?? "")
        .join(", ")
        .replace(/(, )+$/, ""),
    )
    .join("\n");
}

/** The other way round. What is no number is left to the API to refuse. */
export function readModels(text: string): ConnectionModel[] {
  return linesOf(text).map((line) => {
    const [name = "", context, input, output] = line.split(",").map((part) => part.trim());
    return { name, contextTokens: numberOf(context), inputPrice: numberOf(input), outputPrice: numberOf(output) };
  });
}

/** Headers as people write them: `Name: value`, one a line. */
export function readHeaders(text: string): Record<string, string> {
  return Object.fromEntries(
    linesOf(text).map((line) => {
      const colon = line.indexOf(":");
      return colon === -1 ? [line, ""] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === "" ? null : Number(text);
}
