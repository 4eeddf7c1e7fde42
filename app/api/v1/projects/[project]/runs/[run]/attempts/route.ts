import { door } from "#lib/door/door.ts";
import { listAttempts } from "#lib/services/runs/list-attempts.ts";

export const GET = door(listAttempts);
