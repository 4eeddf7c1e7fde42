import { door } from "#lib/door/door.ts";
import { startBulk } from "#lib/services/start-bulk.ts";

export const POST = door(startBulk);
