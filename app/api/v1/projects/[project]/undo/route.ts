import { door } from "#lib/door/door.ts";
import { undo } from "#lib/services/undo.ts";

export const POST = door(undo);
