/** The command line: `npm run -s tessera -- …`. Thin doors over lib/services. */
import { resolve } from "node:path";
import { runCommandLine } from "./commands/command-line.ts";

// npm runs scripts in the folder of the repository; the files that a person names are looked for where the person stands.
if (process.env.npm_lifecycle_event === "tessera" && process.env.INIT_CWD) {
  process.env.TESSERA_DATA ??= resolve("data");
  process.chdir(process.env.INIT_CWD);
}

process.exitCode = await runCommandLine(process.argv.slice(2));
