import { door } from "#lib/door/door.ts";
import { listRuns } from "#lib/services/runs/list-runs.ts";
import { planRun } from "#lib/services/runs/plan-run.ts";

export const GET = door(listRuns);
export const POST = door(planRun);
