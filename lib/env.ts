import { resolve } from "node:path";
import * as z from "zod";
import { StudioError } from "./errors.ts";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace"] as const;
const flag = z.enum(["", "0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");
const origin = z
  .url({ protocol: /^https?$/, error: "must be an address such as https://tessera.example.org" })
  .transform((value) => new URL(value))
  .refine((url) => url.pathname === "/" && !url.search && !url.username, "must end after the host, without a path")
  .transform((url) => url.origin);

const Variables = z.object({
  TESSERA_DATABASE_URL: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  TESSERA_DATA: z.string().optional(),
  TESSERA_ORIGIN: origin.optional(),
  TESSERA_SECRET: z
    .string()
    .refine(
      (value) => Buffer.byteLength(value) >= 32,
      "must hold at least 32 bytes; make one with: openssl rand -hex 32",
    )
    .refine((value) => !isExample(value), "looks like an example; make one with: openssl rand -hex 32")
    .optional(),
  TESSERA_TRUST_PROXY: flag.default(false),
  TESSERA_DEBUG: flag.default(false),
  TESSERA_LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
});

/** What the process was told by its environment. */
export interface Env {
  /** A PostgreSQL of one's own, or the one that the supervisor started; null means: embedded, in the data folder. */
  databaseUrl: string | null;
  /** The data folder, absolute. */
  data: string;
  /** The address people type, scheme and host, when it is not the one the server listens on. */
  origin: string | null;
  /** The key that signs sessions; null means: kept in the data folder. */
  secret: string | null;
  /** Whether a proxy in front may be believed about the address of the reader. */
  trustProxy: boolean;
  logLevel: (typeof logLevels)[number];
  /** Whether expected errors show their stack. */
  debug: boolean;
}

/**
 * Reads the environment. An empty variable counts as absent.
 *
 * @throws StudioError `invalid`, naming the variable and the mend
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    throw new StudioError("invalid", fields.map(({ field, message }) => `${field} ${message}.`).join(" "), { fields });
  }
  const { data } = parsed;
  return {
    databaseUrl: data.TESSERA_DATABASE_URL ?? data.DATABASE_URL ?? null,
    data: resolve(/* turbopackIgnore: true */ data.TESSERA_DATA ?? "data"),
    origin: data.TESSERA_ORIGIN ?? null,
    secret: data.TESSERA_SECRET ?? null,
    trustProxy: data.TESSERA_TRUST_PROXY,
    logLevel: data.TESSERA_LOG_LEVEL,
    debug: data.TESSERA_DEBUG,
  };
}

/** Secrets that were printed in some manual, or that repeat a character or two, protect nothing. */
function isExample(value: string): boolean {
  return new Set(value).size < 8 || /change.?me|example|replace|your.?secret|tessera.?secret|password/i.test(value);
}

let known: Env | undefined;

/** The environment of this process, parsed at the first call and then kept. */
export function env(): Env {
  known ??= parseEnv(process.env);
  return known;
}

/** The address of the database. Processes that the supervisor starts, and those with `DATABASE_URL`, have one. */
export function requireDatabaseUrl(): string {
  const { databaseUrl } = env();
  if (databaseUrl === null) {
    throw new StudioError("unavailable", "No database: set DATABASE_URL, or start Tessera with npm start.");
  }
  return databaseUrl;
}
