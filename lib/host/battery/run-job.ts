/** One job in a process of its own, to be killed at a failpoint: `run-job.ts <name> <payload as JSON>`. */
import { env, requireDatabaseUrl } from "#lib/env.ts";
import { jobs } from "#lib/jobs/definitions.ts";
import { handlers } from "#lib/worker/handlers.ts";
import { openWorld } from "#lib/world/world.ts";

const [name = "", payload = ""] = process.argv.slice(2);
const world = openWorld({ databaseUrl: requireDatabaseUrl(), folder: env().data, connections: 4 });
const input: unknown = JSON.parse(payload);
switch (name) {
  case "import.stage":
    await handlers[name](world, jobs[name].parse(input));
    break;
  case "import.commit":
    await handlers[name](world, jobs[name].parse(input));
    break;
  case "export.write":
    await handlers[name](world, jobs[name].parse(input));
    break;
  case "search.index":
    await handlers[name](world, jobs[name].parse(input));
    break;
  case "bulk.run":
    await handlers[name](world, jobs[name].parse(input));
    break;
  default:
    throw new RangeError(`no such job here: ${name}`);
}
await world.close();
