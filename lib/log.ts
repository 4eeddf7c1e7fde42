import { type Logger, pino } from "pino";
import { env } from "./env.ts";

let logger: Logger | undefined;

/** The process's log, one JSON line per entry on standard error. Never given texts, keys or tokens. */
export function log(): Logger {
  logger ??= pino(
    { name: "tessera", level: env().logLevel, serializers: { error: pino.stdSerializers.err } },
    pino.destination({ dest: 2, sync: true }),
  );
  return logger;
}
