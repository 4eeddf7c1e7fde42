/** The command line: `npm run -s tessera -- …`. Thin doors over lib/services. */
import { runCommandLine } from "./commands/command-line.ts";

process.exitCode = await runCommandLine(process.argv.slice(2));
