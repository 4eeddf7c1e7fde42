import { door } from "#lib/door/door.ts";
import { getAttempt } from "#lib/services/runs/list-attempts.ts";

export const GET = door(getAttempt);
