import { door } from "#lib/door/door.ts";
import { listEvents } from "#lib/services/list-events.ts";

export const GET = door(listEvents);
