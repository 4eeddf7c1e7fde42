/** The worker: takes jobs (imports, scores, exports) from the queue. Beside the studio, or alone: `npm run worker`. */
import { parseArgs } from "node:util";
import { runChild } from "#lib/host/run-child.ts";

const { values } = parseArgs({ options: { data: { type: "string" } } });

await runChild({
  as: "worker",
  data: values.data,
  prepare: () => import("#lib/worker/worker.ts"),
  begin: ({ startWorker }) => startWorker(),
  readyLine: "Tessera worker is ready",
});
