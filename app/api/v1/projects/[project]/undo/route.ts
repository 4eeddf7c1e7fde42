import { door } from "#lib/auth/door.ts";
import { undo } from "#lib/services/undo.ts";

export const POST = door(undo);
