import { door } from "#lib/auth/door.ts";
import { decide } from "#lib/services/decide.ts";

export const POST = door(decide);
