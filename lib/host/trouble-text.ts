import { StudioError } from "../errors.ts";

/**
 * An error as a line for standard error: the sentence of an expected one; for any other, one that says where to learn more.
 * `TESSERA_DEBUG=1` shows the stack instead.
 */
export function troubleText(error: unknown): string {
  if (process.env.TESSERA_DEBUG === "1" && error instanceof Error) return `${error.stack}\n`;
  if (error instanceof StudioError) return `${error.message}\n`;
  const said = (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, " ").replace(/\.$/, "");
  return `Tessera stopped over something unexpected: ${said}. Set TESSERA_DEBUG=1 to see where.\n`;
}
