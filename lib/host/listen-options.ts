import { parseArgs } from "node:util";
import { StudioError } from "../errors.ts";
import { errorCode } from "./node-error.ts";

/** Where the studio keeps its data and where it listens. */
export interface ListenOptions {
  /** The data folder, where it is not the one of the environment. */
  data: string | undefined;
  port: number;
  host: string;
  /** Whether pages are built anew as their sources change. */
  dev: boolean;
  /** Whether to leave the jobs to workers elsewhere. */
  withoutWorker: boolean;
}

const options = {
  data: { type: "string" },
  port: { type: "string", default: "3000" },
  host: { type: "string", default: "127.0.0.1" },
  dev: { type: "boolean", default: false },
  "without-worker": { type: "boolean", default: false },
} as const;

/**
 * Reads the options of the studio from a command line.
 *
 * @throws StudioError `invalid`, naming the option
 */
export function parseListenOptions(args: string[]): ListenOptions {
  const { data, port, host, dev, "without-worker": withoutWorker } = parseWords(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new StudioError("invalid", `--port takes a number from 0 to 65535, not "${port}".`);
  }
  if (data === "") throw new StudioError("invalid", "--data takes the path of a folder.");
  if (host === "") throw new StudioError("invalid", "--host takes a name or an address, such as 127.0.0.1.");
  return { data, port: Number(port), host, dev, withoutWorker };
}

function parseWords(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (!errorCode(error)?.startsWith("ERR_PARSE_ARGS")) throw error;
    const said = error instanceof Error ? error.message.split(". ")[0] : "";
    throw new StudioError("invalid", `${said}. The options are --data, --port, --host, --dev and --without-worker.`, {
      cause: error,
    });
  }
}

/** The address of a server for a reader to open: a name for the loopback address stays as it was given. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
