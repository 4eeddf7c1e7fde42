import { door } from "#lib/door/door.ts";
import { revokeToken } from "#lib/services/tokens.ts";

export const DELETE = door(revokeToken);
