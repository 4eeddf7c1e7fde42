import { door } from "#lib/auth/door.ts";
import { revokeToken } from "#lib/services/tokens.ts";

export const DELETE = door(revokeToken);
