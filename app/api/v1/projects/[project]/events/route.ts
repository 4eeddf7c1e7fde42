import { door } from "#lib/auth/door.ts";
import { listEvents } from "#lib/services/list-events.ts";

export const GET = door(listEvents);
