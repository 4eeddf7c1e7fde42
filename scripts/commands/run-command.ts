import type { Command } from "commander";
import { z } from "zod";
import { joinStudio } from "#lib/host/join-studio.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { openWorld, type World } from "#lib/world/world.ts";

/** Whoever may run commands on the machine itself. */
export const operator = { kind: "operator", userId: null, name: "operator" } as const satisfies Actor;

/** What one command and its whole family understand. */
export const GlobalOptions = z.object({ data: z.string().min(1).optional(), json: z.boolean().default(false) });

/**
 * Runs one command on the studio's world: joins or starts the database, works, prints, and lets everything go, also at
 * Ctrl-C. `toText` makes the human text; with `--json` the answer itself is the one JSON document.
 */
export async function runCommand<Answer>(
  command: Command,
  work: (world: World) => Promise<Answer>,
  toText: (answer: Answer) => string,
): Promise<Answer> {
  const { data, json } = GlobalOptions.parse(command.optsWithGlobals());
  const database = await joinStudio({ data, as: `tessera ${command.name()}` });
  let ending = false;
  const end = (signal: "SIGINT" | "SIGTERM") => {
    ending = true;
    const status = signal === "SIGINT" ? 130 : 143;
    void database.close().finally(() => process.exit(status));
  };
  process.once("SIGINT", end).once("SIGTERM", end);
  const folder = process.env.TESSERA_DATA ?? "data";
  const world = openWorld({ databaseUrl: database.url, folder, connections: 4 });
  try {
    const answer = await work(world);
    print(json, answer, toText);
    return answer;
  } catch (error) {
    // The database was taken from under the work; the process ends in a moment, and that is all there is to say.
    if (ending) await new Promise(() => undefined);
    throw error;
  } finally {
    await world.close();
    await database.close();
    process.off("SIGINT", end).off("SIGTERM", end);
  }
}

/** Prints an answer: as one JSON document, or as text for a person. */
export function print<Answer>(json: boolean, answer: Answer, toText: (answer: Answer) => string): void {
  process.stdout.write(`${json ? JSON.stringify(answer) : toText(answer)}\n`);
}
