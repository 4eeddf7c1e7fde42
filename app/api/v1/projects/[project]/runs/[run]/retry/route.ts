import { door } from "#lib/door/door.ts";
import { retryRun } from "#lib/services/runs/turn-run.ts";

export const POST = door(retryRun);
