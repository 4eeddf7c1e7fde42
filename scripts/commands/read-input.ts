import { readFile } from "node:fs/promises";
import { StudioError } from "#lib/errors.ts";

/** The text of a file, or of standard input where it is called `-`. @throws StudioError `not_found` */
export async function readInput(file: string): Promise<string> {
  if (file === "-") {
    let text = "";
    for await (const chunk of process.stdin) text += String(chunk);
    return text;
  }
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) throw new StudioError("not_found", `There is no file ${file} that can be read.`);
  return text;
}
