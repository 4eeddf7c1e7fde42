import { door } from "#lib/door/door.ts";
import { getMe } from "#lib/services/get-me.ts";

export const GET = door(getMe);
