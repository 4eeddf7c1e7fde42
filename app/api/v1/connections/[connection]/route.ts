import { door } from "#lib/door/door.ts";
import { removeConnection, updateConnection } from "#lib/services/connections.ts";

export const PATCH = door(updateConnection);
export const DELETE = door(removeConnection);
