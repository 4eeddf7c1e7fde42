/** The simulator: an OpenAI-compatible server that invents what it says. `npm run simulator -- --port 4010`. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { StudioError } from "#lib/errors.ts";
import { troubleText } from "#lib/host/trouble-text.ts";
import { parse } from "#lib/schema/parse.ts";
import { FaultScript } from "#lib/simulation/faults.ts";
import { startSimulator } from "#lib/simulator/start-simulator.ts";

const usage =
  "Usage: npm run simulator -- [--port P] [--seed N] [--latency MS] [--faults FILE] [--requests-per-minute N] [--key KEY]";

try {
  const simulator = await startSimulator(await readOptions());
  process.stdout.write(`Simulator is ready at ${simulator.url}\n`);
  const stop = () => void simulator.stop().then(() => process.exit(0));
  process.once("SIGINT", stop).once("SIGTERM", stop);
} catch (error) {
  process.stderr.write(troubleText(error));
  process.exitCode = 1;
}

async function readOptions() {
  const { values } = readArguments();
  const number = (name: "port" | "seed" | "latency" | "requests-per-minute", otherwise: number, most: number) => {
    const given = values[name];
    if (given === undefined) return otherwise;
    if (/^\d{1,9}$/.test(given) && Number(given) <= most) return Number(given);
    throw new StudioError("invalid", `--${name} takes a whole number up to ${most}.`);
  };
  return {
    port: number("port", 0, 65_535),
    seed: number("seed", 1, 999_999_999),
    latency: number("latency", 0, 3_600_000),
    requestsPerMinute: number("requests-per-minute", 0, 999_999_999) || null,
    key: values.key ?? null,
    faults: values.faults === undefined ? [] : await readFaults(values.faults),
  };
}

function readArguments() {
  const text = { type: "string" } as const;
  try {
    const options = { port: text, seed: text, latency: text, faults: text, key: text, "requests-per-minute": text };
    return parseArgs({ options });
  } catch {
    throw new StudioError("invalid", usage);
  }
}

async function readFaults(file: string) {
  let read: unknown;
  try {
    read = JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new StudioError("invalid", `${file} is not a file of JSON.`);
  }
  return parse(FaultScript, read);
}
