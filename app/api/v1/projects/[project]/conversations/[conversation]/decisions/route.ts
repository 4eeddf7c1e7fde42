import { door } from "#lib/door/door.ts";
import { decide } from "#lib/services/decide.ts";

export const POST = door(decide);
