import { Command, CommanderError } from "commander";
import { troubleText } from "#lib/host/trouble-text.ts";
import { addBulk } from "./bulk.ts";
import { addCompare } from "./compare.ts";
import { addAllowHost, addConnection } from "./connection.ts";
import { addDoctor } from "./doctor.ts";
import { addExport } from "./export.ts";
import { addImport } from "./import.ts";
import { addIndicators } from "./indicators.ts";
import { addLeaks } from "./leaks.ts";
import { addList } from "./list.ts";
import { addMap } from "./map.ts";
import { addProject } from "./project.ts";
import { addPrompt } from "./prompt.ts";
import { addRun } from "./run.ts";
import { addSample } from "./sample.ts";
import { addScore } from "./score.ts";
import { addCalibrate, addScores } from "./scores.ts";
import { addToken } from "./token.ts";
import { addUser } from "./user.ts";
import { addVerify } from "./verify.ts";

const USAGE = 2;
const TROUBLE = 1;

/**
 * Reads a command line and runs its command. What goes wrong is one sentence on standard error.
 *
 * @returns the exit status: 0, 2 for a command line that is not understood, 1 for all else that goes wrong
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const program = new Command("tessera")
    .description("Curate cultural conversation data from the command line. Works whether or not the studio runs.")
    .option("--data <folder>", "the data folder, instead of TESSERA_DATA or ./data")
    .option("--json", "print one JSON document and nothing else on standard output")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(sentence(text)) });
  for (const add of [
    addUser,
    addProject,
    addSample,
    addImport,
    addScore,
    addScores,
    addCalibrate,
    addPrompt,
    addRun,
    addList,
    addIndicators,
    addCompare,
    addLeaks,
    addMap,
    addBulk,
    addExport,
    addToken,
    addConnection,
    addAllowHost,
    addDoctor,
    addVerify,
  ])
    add(program);
  // A reader that closes early, such as `head`, is no error of ours.
  process.stdout.on("error", () => process.exit(TROUBLE));
  process.exitCode = 0;
  try {
    await program.parseAsync(args, { from: "user" });
    return Number(process.exitCode);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    process.stderr.write(troubleText(error));
    return TROUBLE;
  }
}

/** `error: unknown option '--x'` as a sentence. */
function sentence(text: string): string {
  const said = text
    .replace(/^error: /, "")
    .trim()
    .split("\n")
    .join(" ");
  if (said === "") return "";
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}${/[.?)]$/.test(said) ? "" : "."}\n`;
}
