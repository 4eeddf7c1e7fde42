import { door } from "#lib/door/door.ts";
import { listRunLanes } from "#lib/services/runs/list-run-lanes.ts";

export const GET = door(listRunLanes);
