import { StudioError } from "../errors.ts";
import type { Order, Report } from "./child-messages.ts";
import { joinStudio } from "./join-studio.ts";
import { troubleText } from "./trouble-text.ts";

/** A part of the studio that serves until it is told to stop: the web server or the worker. */
export interface Running {
  stop(): Promise<void>;
}

/** How a part of the studio starts, in two steps. */
export interface Part<Prepared> {
  /** What it is, for others to read. */
  as: string;
  /** The data folder, where it is not the one of the environment; for a part that starts alone. */
  data?: string;
  /** Loads what takes time. Runs while the database may still be starting, so it must not ask it anything. */
  prepare(): Promise<Prepared>;
  /** Begins to serve: the database answers and has the schema. */
  begin(prepared: Prepared): Promise<Running>;
  /** What to print when it serves, where no supervisor listens. */
  readyLine: string;
}

const supervised = () => process.send !== undefined && process.env.TESSERA_SUPERVISED === "1";

/**
 * Runs a part of the studio in this process, under the supervisor or alone. It stops in order at SIGTERM, at SIGINT, when the
 * supervisor says so, and when the supervisor is gone; a second signal changes nothing.
 */
export async function runChild<Prepared>({ as, data, prepare, begin, readyLine }: Part<Prepared>): Promise<void> {
  const order = listen();
  const started = start();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const running = await started;
    await running?.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop).on("SIGINT", stop).on("disconnect", stop);
  void order.stop.then(stop);

  async function start(): Promise<Running | null> {
    try {
      const database = supervised() ? null : await joinStudio({ data, as });
      const prepared = await prepare();
      if (supervised()) await Promise.race([order.begin, order.stop]);
      if (stopping) return null;
      const running = await begin(prepared);
      if (supervised()) process.send?.({ type: "ready" } satisfies Report);
      else process.stdout.write(`${readyLine}\n`);
      return {
        async stop() {
          await running.stop();
          await database?.close();
        },
      };
    } catch (error) {
      return fail(error);
    }
  }
}

/** The two orders a supervisor gives, as promises. */
function listen(): { begin: Promise<void>; stop: Promise<void> } {
  const begin = Promise.withResolvers<void>();
  const stop = Promise.withResolvers<void>();
  process.on("message", (message: Order) => (message.type === "begin" ? begin : stop).resolve());
  return { begin: begin.promise, stop: stop.promise };
}

async function fail(error: unknown): Promise<never> {
  if (supervised() && error instanceof StudioError) {
    await new Promise((sent) => process.send?.({ type: "failed", message: error.message } satisfies Report, sent));
  } else {
    process.stderr.write(troubleText(error));
  }
  process.exit(1);
}
