import { door } from "#lib/door/door.ts";
import { cancelRun } from "#lib/services/runs/turn-run.ts";

export const POST = door(cancelRun);
