import { door } from "#lib/door/door.ts";
import { readChanges } from "#lib/services/read-changes.ts";

export const GET = door(readChanges);
