import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { JobName, JobPayload } from "#lib/jobs/definitions.ts";
import { flags, root } from "./studio-process.ts";

const script = fileURLToPath(new URL("./run-job.ts", import.meta.url));

/** Runs jobs in processes of their own on one database and one folder. */
export function jobRunner({ databaseUrl, folder }: { databaseUrl: string; folder: string }) {
  return {
    /**
     * Runs a job to its end, or to the failpoint that is to kill it. Returns "done", or "killed" when the failpoint was met.
     *
     * @param failpoint such as `import.batch:2`
     * @throws Error with what the process said when it ended in any other way, or not within a minute
     */
    async run<Name extends JobName>(
      name: Name,
      payload: JobPayload<Name>,
      failpoint?: string,
    ): Promise<"done" | "killed"> {
      const child = spawn(process.execPath, [...flags, script, name, JSON.stringify(payload)], {
        cwd: root,
        env: {
          ...process.env,
          TESSERA_DATABASE_URL: databaseUrl,
          TESSERA_DATA: folder,
          ...(failpoint === undefined ? {} : { FAILPOINT: failpoint }),
        },
        stdio: ["ignore", "ignore", "pipe"],
        timeout: 60_000,
        killSignal: "SIGTERM",
      });
      let said = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
      await once(child, "close");
      if (child.signalCode === "SIGKILL") return "killed";
      if (child.exitCode === 0) return "done";
      throw new Error(
        `${name} at ${failpoint ?? "no failpoint"} ended with ${child.exitCode ?? child.signalCode}:\n${said}`,
      );
    },
  };
}
