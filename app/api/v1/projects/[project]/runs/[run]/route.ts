import { door } from "#lib/door/door.ts";
import { getRun } from "#lib/services/runs/list-runs.ts";
import { changeRun } from "#lib/services/runs/turn-run.ts";

export const GET = door(getRun);
export const PATCH = door(changeRun);
