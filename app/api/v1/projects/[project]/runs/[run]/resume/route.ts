import { door } from "#lib/door/door.ts";
import { resumeRun } from "#lib/services/runs/turn-run.ts";

export const POST = door(resumeRun);
